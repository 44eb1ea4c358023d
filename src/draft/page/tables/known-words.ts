/** The words that are known beside the description of a field: those about a value, and those between them. */
import { glue } from '../../vocabulary/glue.ts';

/** Words about a value, and those between them, in English and Indonesian. */
export const telling = new Set(
  // What a value is made of, and how it is written.
  (
    'formatted string text integer number numeric numeral decimal boolean array object list date time datetime timestamp timezone ' +
    'offset utc gmt wib local current unix epoch iso rfc format formatted form pattern regex uuid guid uri url base64 base hex hexadecimal hash ' +
    'hashed sha md md5 hmac aes rsa pkcs pem jwt jws json xml ascii utf encoded encoding encrypted signed signature asymmetric symmetric ' +
    'algorithm sha256withrsa plain random character characters char chars digit digits letter letters byte bytes bit bits length ' +
    'long longer short min max minimum maximum least most exactly between up upper lower case uppercase lowercase capital sensitive ' +
    'alphanumeric alphabetic alphabet alfabet letters value values fixed constant static hardcode hardcoded default defaults always equal equals ' +
    'same sama mulai unique single multiple separated delimited comma space spaces semicolon prefix prefixed suffix awalan akhiran start starts begins end ends ' +
    'following followed possible allowed accepted supported does do expire positive negative zero greater less true false null empty second ' +
    'seconds sec secs minute minutes min mins hour hours day days millisecond milliseconds ms s year month waktu ' +
    'zone portal special khusus dinyatakan melalui hold holds encode escape memuat lakukan pengiriman milidetik dikodekan dienkode detik menit jam hari zona angka huruf karakter digit numerik alfanumerik tepat persis panjang maksimal maksimum maks minimal minimum paling banyak sedikit pendek tetap nilai unik acak isi diisi berisi bernilai ' +
    'selalu pemisah dipisah spasi koma tanggal tanda tangan kapital besar kecil peka satuan bilangan teks larik objek ' +
    // How it is handled, and how it comes out.
    'available parse parsed opaque unchanged keep sure secure safe wrong rejected ditolak expected case kasus dibedakan distinguished outcome context ' +
    'words subscription hasil hasilnya disetujui diminta cakupan bisa lebih daripada dasbor tersedia dilihat terlihat leading trailing grow grows vary varies exceed zeros nol depan dihitung count counts including includes included termasuk ' +
    // What it is about.
    'access token tokens client clients secret key keys id ids identifier identity code codes name names type grant scope scopes ' +
    'scopes blank blanks boarding api app application partner merchant corporate company bank user username password account akun credential credentials ' +
    'request requests response responses answer header headers body parameter field member payload message description status ' +
    'result error success successful expiry expires expiration validity valid life lifetime session authorization ' +
    'authentication oauth bearer basic http https post get server service layanan system endpoint call calls sign signing here found ' +
    'pjp snap b2b private public privat publik yyyy mm dd hh ss sss ' +
    'pin otp passcode personal pribadi data instant certificate nonce non repudiation integrity checking proof unknown correlation trace reference transaction ' +
    'klien kunci rahasia kode nama jenis akses mitra pengguna sandi kata pesan respons tanggapan permintaan masa berlaku berhasil sukses keterangan deskripsi penjelasan uraian algoritma asimetris simetris ' +
    // Where it comes from, and where more is said.
    'given provided issued obtained received assigned generated created registered registration onboarding register received ' +
    'sent dikirim dikirimkan returned dashboard portal console email team us we documentation docs guide section appendix table chapter page above ' +
    'below see refer more information details example examples sample eg ie diberikan diterbitkan diperoleh didapat dibuat ' +
    'didaftarkan saat pendaftaran nomor number nr lihat bagian lampiran tabel contoh misal misalnya oleh pihak tim ' +
    // Attributes.
    'required mandatory optional wajib opsional must '
  ).split(' '),
);

/** Words between those, which say nothing of a value. */
export const small = new Set([
  ...glue,
  ...(
    'until moment own without for from per each every your our you was should can may will has ' +
    'yaitu yakni namely currently now sekarang need needs have which what when used use using or not no only never before over both than then one two all any new part made process processed according ' +
    'hanya saja semua semuanya ikut atas untuk atau setiap tiap per akan harus dapat digunakan dipakai menggunakan sesuai secara tanpa antara sampai hingga'
  ).split(' '),
]);
