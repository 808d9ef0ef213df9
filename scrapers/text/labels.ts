/**
 * Words that say what a figure is, in the languages that offers are written in. Folded: lower case, without accents. Han labels
 * are found inside longer words, as that script has no spaces.
 */

/** What a word says about a figure beside it. */
export type Label =
  | 'memory'
  | 'swap'
  | 'burst'
  | 'guaranteed'
  | 'disk'
  | 'transfer'
  | 'port'
  | 'cpu'
  | 'backup'
  | 'period'
  | 'gpu'
  | 'other';

const WORDS: Readonly<Record<Label, string>> = {
  memory: `ram memory mem ddr ddr2 ddr3 ddr4 ddr5 ecc rams arbeitsspeicher hauptspeicher memoire vive memoria geheugen werkgeheugen pamiec
    оперативная оперативна оперативної пам'яті оперативной оперативки озу память памяти пам'ять ozu minne arbetsminne hukommelse muisti muistia keskusmuisti keskusmuistia minnet памяті pamięć pamięci paměti pamet pamat operacni bellek bellegi hafiza
    メモリ メモリー 메모리 램`,
  swap: 'swap vswap swapspace',
  burst: 'burst burstable bursting bursts burstram max maximum',
  guaranteed: 'guaranteed garantiert garanti garantizada garantie',
  disk: `ssd ssds nvme nvmes hdd hdds sas sata disk disks disc diskspace storage space drive drives hard festplatte festplattenspeicher
    speicherplatz plattenplatz massenspeicher stockage disque espace disco almacenamiento espacio opslag schijf schijfruimte dysk raid raid0
    disco discos disko disku disky dysku dyski lagring lagringsplads lagringsutrymme harddisk uloziste ulozny tarhely depolama alan alani levy levytila levytilaa tallennustilaa opslagruimte archiviazione
    armazenamento накопителя накопичувач хранилище ディスク ストレージ 디스크 스토리지 raid1 raid5 raid6 raid10 raid50 raid60 ceph m2 u2 диск диска накопитель ssdstorage optane zfs`,
  transfer: `bandwidth bandwith bandwitdh bandwdith bw transfer transfers traffic trafic trafico datentransfer datenvolumen volumen transferencia passante
    dataverkeer transferu tráfico traffik трафик xfer egress outbound outgoing ausgehend data datatraffic
    trafego traffico trafik trafikk datatrafik prenos prenosu transferi verkeer liikenne forgalom adatforgalom трафика трафіку трафік
    トラフィック 転送量 트래픽 thong`,
  port: `port ports uplink uplinks network nic connection connectivity link speed throughput internet anbindung netzwerk netzanbindung connexion reseau red
    puerto pipe lan порт канал interface netwerk vitesse velocidad bandbreite
    порта канала сеть conexao velocidade rede connessione rete velocita snelheid łącze łącza przepustowość pripojeni konektivita uppkoppling`,
  cpu: `cpu cpus vcpu vcpus core cores vcore vcores thread threads kern kerne kernen vkern vkerne coeur coeurs vcoeur vcoeurs nucleo nucleos
    processor processors procesor procesory prozessor prozessorkerne cpukerne processeur procesador ядро ядра ядер процессор процессора ядрами jadro jadra jader jadry rdzen rdzenie rdzeni
    procesory procesoru cekirdek cekirdekli islemci islemcisi karna karnor karnar kjerne kjerner processore processori processador processadores nuclei コア 코어 vproc vprocs cpucores vcpucores cpucore corecpu`,
  backup: 'backup backups snapshot snapshots ftp sicherung sauvegarde respaldo',
  period: `month monthly monat monatlich mois mensuel mes mensual mo maand year yearly mesiac miesiac miesiecznie mesic mesicne mesi mesec месяц мес aylik`,
  gpu: 'gpu vram gddr6 gddr5 gddr6x hbm2 hbm3',
  other: 'ddos protection mitigation schutz',
};

const BY_WORD = new Map<string, Label>(
  Object.entries(WORDS).flatMap(([label, words]) => words.split(/\s+/).map((word) => [fold(word), label as Label] as const)),
);

const HAN: readonly (readonly [RegExp, Label])[] = [
  [/内存|記憶體|メモリ/u, 'memory'],
  [/硬盘|硬碟|磁盘|存储|固态|容量/u, 'disk'],
  [/流量|転送量/u, 'transfer'],
  [/带宽|端口|頻寬|帯域|回線/u, 'port'],
  [/核/u, 'cpu'],
  [/月/u, 'period'],
];

/** Lower case, without accents. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').replaceAll('œ', 'oe');
}

/** What a folded word says; undefined for words that say nothing. */
export function labelOf(folded: string): Label | undefined {
  const label = BY_WORD.get(folded);
  if (label || !/\p{Script=Han}/u.test(folded)) return label;
  return HAN.find(([pattern]) => pattern.test(folded))?.[1];
}
