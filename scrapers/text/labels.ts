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
  memory: `ram memory mem ddr ddr2 ddr3 ddr4 ddr5 ecc rams arbeitsspeicher hauptspeicher memoire vive memoria geheugen pamiec
    оперативная озу память ozu`,
  swap: 'swap vswap swapspace',
  burst: 'burst burstable bursting bursts burstram max maximum',
  guaranteed: 'guaranteed garantiert garanti garantizada garantie',
  disk: `ssd ssds nvme nvmes hdd hdds sas sata disk disks disc diskspace storage space drive drives hard festplatte festplattenspeicher
    speicherplatz plattenplatz massenspeicher stockage disque espace disco almacenamiento espacio opslag schijf schijfruimte dysk raid raid0
    raid1 raid5 raid6 raid10 raid50 raid60 ceph m2 u2 диск диска накопитель ssdstorage optane zfs`,
  transfer: `bandwidth bandwith bandwitdh bandwdith bw transfer transfers traffic trafic trafico datentransfer datenvolumen volumen transferencia passante
    dataverkeer transferu tráfico traffik трафик xfer egress outbound outgoing ausgehend data`,
  port: `port ports uplink uplinks network nic connection connectivity link speed throughput internet anbindung netzwerk netzanbindung connexion reseau red
    puerto pipe lan порт канал interface netwerk vitesse velocidad bandbreite`,
  cpu: `cpu cpus vcpu vcpus core cores vcore vcores thread threads kern kerne kernen vkern vkerne coeur coeurs vcoeur vcoeurs nucleo nucleos
    processor processors prozessor prozessorkerne cpukerne processeur procesador ядро ядра ядер процессор vproc vprocs cpucores vcpucores cpucore corecpu`,
  backup: 'backup backups snapshot snapshots ftp sicherung sauvegarde respaldo',
  period: `month monthly monat monatlich mois mensuel mes mensual mo maand year yearly`,
  gpu: 'gpu vram gddr6 gddr5 gddr6x hbm2 hbm3',
  other: 'ddos protection mitigation schutz',
};

const BY_WORD = new Map<string, Label>(
  Object.entries(WORDS).flatMap(([label, words]) => words.split(/\s+/).map((word) => [word, label as Label] as const)),
);

const HAN: readonly (readonly [RegExp, Label])[] = [
  [/内存|記憶體/u, 'memory'],
  [/硬盘|硬碟|磁盘|存储|固态/u, 'disk'],
  [/流量/u, 'transfer'],
  [/带宽|端口|頻寬/u, 'port'],
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
