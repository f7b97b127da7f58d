<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="jv_ID" sourcelanguage="id_ID">
<context>
    <name>anjungan</name>
    <message id="app.place">
        <source>Mal Pelayanan Publik</source>
        <translation type="unfinished">Mal Pelayanan Publik</translation>
    </message>
    <message id="common.back">
        <source>Kembali</source>
        <translation type="unfinished">Wangsul</translation>
    </message>
    <message id="common.next">
        <source>Lanjut</source>
        <translation type="unfinished">Teras</translation>
    </message>
    <message id="common.done">
        <source>Selesai</source>
        <translation type="unfinished">Sampun</translation>
    </message>
    <message id="common.exit">
        <source>Keluar</source>
        <translation type="unfinished">Medal</translation>
    </message>
    <message id="common.cancel">
        <source>Batal</source>
        <translation type="unfinished">Batal</translation>
    </message>
    <message id="common.close">
        <source>Tutup</source>
        <translation type="unfinished">Tutup</translation>
    </message>
    <message id="common.yes">
        <source>Ya</source>
        <translation type="unfinished">Inggih</translation>
    </message>
    <message id="common.no">
        <source>Tidak</source>
        <translation type="unfinished">Boten</translation>
    </message>
    <message id="common.retry">
        <source>Coba lagi</source>
        <translation type="unfinished">Cobi malih</translation>
    </message>
    <message id="common.step">
        <source>Langkah {n} dari {total}</source>
        <translation type="unfinished">Lampah {n} saking {total}</translation>
    </message>
    <message id="common.floor">
        <source>Lantai {n}</source>
        <translation type="unfinished">Lantai {n}</translation>
    </message>
    <message id="common.counter">
        <source>Loket {n}</source>
        <translation type="unfinished">Lokét {n}</translation>
    </message>
    <message id="common.people">
        <source>{n} orang</source>
        <translation type="unfinished">{n} tiyang</translation>
    </message>
    <message id="common.minutes">
        <source>± {n} menit</source>
        <translation type="unfinished">± {n} menit</translation>
    </message>
    <message id="common.free">
        <source>Gratis</source>
        <translation type="unfinished">Gratis</translation>
    </message>
    <message id="common.queue.n">
        <source>{n} antre</source>
        <translation type="unfinished">{n} ngantri</translation>
    </message>
    <message id="common.queue.none">
        <source>Tanpa antre</source>
        <translation type="unfinished">Tanpa ngantri</translation>
    </message>
    <message id="common.queue.closed">
        <source>Tutup</source>
        <translation type="unfinished">Tutup</translation>
    </message>
    <message id="common.queue.full">
        <source>Kuota habis</source>
        <translation type="unfinished">Kuota telas</translation>
    </message>
    <message id="common.queue.opens">
        <source>Buka pukul {time}</source>
        <translation type="unfinished">Bikak jam {time}</translation>
    </message>
    <message id="bar.language">
        <source>Bahasa</source>
        <translation type="unfinished">Basa</translation>
    </message>
    <message id="bar.text">
        <source>Huruf</source>
        <translation type="unfinished">Aksara</translation>
    </message>
    <message id="bar.contrast">
        <source>Kontras</source>
        <translation type="unfinished">Kontras</translation>
    </message>
    <message id="bar.audio">
        <source>Suara</source>
        <translation type="unfinished">Swanten</translation>
    </message>
    <message id="bar.wheelchair">
        <source>Kursi roda</source>
        <translation type="unfinished">Kursi roda</translation>
    </message>
    <message id="bar.help">
        <source>Bantuan</source>
        <translation type="unfinished">Pitulung</translation>
    </message>
    <message id="idle.title">
        <source>Urus apa hari ini?</source>
        <translation type="unfinished">Ngurus punapa dinten menika?</translation>
    </message>
    <message id="idle.open">
        <source>Buka sampai {time}</source>
        <translation type="unfinished">Bikak dumugi {time}</translation>
    </message>
    <message id="idle.closed">
        <source>Tutup. Buka lagi {day} pukul {time}</source>
        <translation type="unfinished">Tutup. Bikak malih {day} jam {time}</translation>
    </message>
    <message id="idle.wait">
        <source>Menunggu ± {n} menit</source>
        <translation type="unfinished">Nengga ± {n} menit</translation>
    </message>
    <message id="idle.take">
        <source>Ambil nomor antrean</source>
        <translation type="unfinished">Mendhet nomer antréan</translation>
    </message>
    <message id="idle.take.sub">
        <source>{services} layanan dari {agencies} instansi</source>
        <translation type="unfinished">{services} layanan saking {agencies} instansi</translation>
    </message>
    <message id="idle.booking">
        <source>Sudah daftar online</source>
        <translation type="unfinished">Sampun ndaftar</translation>
    </message>
    <message id="idle.rate">
        <source>Beri nilai layanan</source>
        <translation type="unfinished">Paring biji layanan</translation>
    </message>
    <message id="idle.hint.title">
        <source>Punya QR IKD atau QR antrean?</source>
        <translation type="unfinished">Kagungan QR IKD utawi QR antréan?</translation>
    </message>
    <message id="idle.hint.text">
        <source>Langsung tunjukkan ke pemindai.</source>
        <translation type="unfinished">Sumangga tuduhaken dhateng pemindai.</translation>
    </message>
    <message id="lang.name">
        <source>Indonesia</source>
        <translation>Basa Jawa</translation>
    </message>
    <message id="scan.title">
        <source>Tunjukkan QR IKD Anda</source>
        <translation type="unfinished">Tuduhaken QR IKD</translation>
    </message>
    <message id="scan.s1">
        <source>Buka aplikasi IKD, masukkan PIN.</source>
        <translation type="unfinished">Bikak aplikasi IKD, lebetaken PIN.</translation>
    </message>
    <message id="scan.s2">
        <source>Tampilkan kode QR di HP.</source>
        <translation type="unfinished">Tampilaken kode QR ing HP.</translation>
    </message>
    <message id="scan.s3.below">
        <source>Dekatkan HP ke kamera di bawah layar.</source>
        <translation type="unfinished">Celakaken HP ing kamera ngandhap layar.</translation>
    </message>
    <message id="scan.s3.above">
        <source>Dekatkan HP ke kamera di atas layar.</source>
        <translation type="unfinished">Celakaken HP ing kamera nginggil layar.</translation>
    </message>
    <message id="scan.s3.right">
        <source>Dekatkan HP ke kamera di sebelah kanan.</source>
        <translation type="unfinished">Celakaken HP ing kamera sisih tengen.</translation>
    </message>
    <message id="scan.s3.scanner.below">
        <source>Dekatkan HP ke pemindai di bawah layar.</source>
        <translation type="unfinished">Celakaken HP ing pemindai ngandhap layar.</translation>
    </message>
    <message id="scan.s3.scanner.above">
        <source>Dekatkan HP ke pemindai di atas layar.</source>
        <translation type="unfinished">Celakaken HP ing pemindai nginggil layar.</translation>
    </message>
    <message id="scan.s3.scanner.right">
        <source>Dekatkan HP ke pemindai di sebelah kanan.</source>
        <translation type="unfinished">Celakaken HP ing pemindai sisih tengen.</translation>
    </message>
    <message id="scan.looking">
        <source>Mencari QR…</source>
        <translation type="unfinished">Madosi QR…</translation>
    </message>
    <message id="scan.hint.closer">
        <source>Dekatkan sedikit.</source>
        <translation type="unfinished">Celakaken sekedhik.</translation>
    </message>
    <message id="scan.hint.back">
        <source>Jauhkan sedikit.</source>
        <translation type="unfinished">Tebihaken sekedhik.</translation>
    </message>
    <message id="scan.hint.bright">
        <source>Terangkan layar HP.</source>
        <translation type="unfinished">Padhangaken layar HP.</translation>
    </message>
    <message id="scan.hint.still">
        <source>Tahan HP sebentar.</source>
        <translation type="unfinished">Tahan HP sekedhap.</translation>
    </message>
    <message id="scan.reading">
        <source>QR terbaca. Sebentar…</source>
        <translation type="unfinished">QR kawaos. Sekedhap…</translation>
    </message>
    <message id="scan.ok">
        <source>Halo, {name}</source>
        <translation type="unfinished">Sugeng rawuh, {name}</translation>
    </message>
    <message id="scan.privacy">
        <source>Gambar kamera tidak disimpan.</source>
        <translation type="unfinished">Gambar kamera boten dipunsimpen.</translation>
    </message>
    <message id="scan.without">
        <source>Lanjut tanpa IKD</source>
        <translation type="unfinished">Lajengaken tanpa IKD</translation>
    </message>
    <message id="scan.without.note">
        <source>Bawa KTP-el asli ke loket.</source>
        <translation type="unfinished">Bekta KTP-el asli ing lokét.</translation>
    </message>
    <message id="cat.title.name">
        <source>Pilih layanan, {name}</source>
        <translation type="unfinished">Pilih layanan, {name}</translation>
    </message>
    <message id="cat.title">
        <source>Pilih layanan</source>
        <translation type="unfinished">Pilih layanan</translation>
    </message>
    <message id="cat.popular">
        <source>Sering dipilih</source>
        <translation type="unfinished">Asring dipunpilih</translation>
    </message>
    <message id="cat.life">
        <source>Peristiwa hidup</source>
        <translation type="unfinished">Prastawa gesang</translation>
    </message>
    <message id="cat.tab.life">
        <source>Peristiwa</source>
        <translation type="unfinished">Prastawa</translation>
    </message>
    <message id="cat.tab.agency">
        <source>Instansi</source>
        <translation type="unfinished">Instansi</translation>
    </message>
    <message id="cat.agencies">
        <source>Semua instansi</source>
        <translation type="unfinished">Sedaya instansi</translation>
    </message>
    <message id="cat.search">
        <source>Cari</source>
        <translation type="unfinished">Pados</translation>
    </message>
    <message id="cat.search.long">
        <source>Cari layanan</source>
        <translation type="unfinished">Pados layanan</translation>
    </message>
    <message id="search.placeholder">
        <source>Ketik nama layanan</source>
        <translation type="unfinished">Ketik nama layanan</translation>
    </message>
    <message id="search.results">
        <source>{n} layanan ditemukan</source>
        <translation type="unfinished">{n} layanan pinanggih</translation>
    </message>
    <message id="search.none">
        <source>Belum ada hasil untuk “{q}”.</source>
        <translation type="unfinished">Dèrèng wonten asil kanggé “{q}”.</translation>
    </message>
    <message id="search.none.tip">
        <source>Coba kata lain, misalnya KTP, SIM, izin.</source>
        <translation type="unfinished">Cobi tembung sanès, kadosta KTP, SIM, izin.</translation>
    </message>
    <message id="kb.space">
        <source>spasi</source>
        <translation type="unfinished">spasi</translation>
    </message>
    <message id="kb.num">
        <source>123</source>
        <translation type="unfinished">123</translation>
    </message>
    <message id="kb.abc">
        <source>ABC</source>
        <translation type="unfinished">ABC</translation>
    </message>
    <message id="kb.hide">
        <source>Tutup</source>
        <translation type="unfinished">Tutup</translation>
    </message>
    <message id="agency.title">
        <source>Pilih instansi</source>
        <translation type="unfinished">Pilih instansi</translation>
    </message>
    <message id="agency.services">
        <source>{n} layanan</source>
        <translation type="unfinished">{n} layanan</translation>
    </message>
    <message id="list.page">
        <source>Halaman {n} dari {total}</source>
        <translation type="unfinished">Kaca {n} saking {total}</translation>
    </message>
    <message id="list.up">
        <source>Naik</source>
        <translation type="unfinished">Minggah</translation>
    </message>
    <message id="list.down">
        <source>Turun</source>
        <translation type="unfinished">Mandhap</translation>
    </message>
    <message id="det.waiting">
        <source>Menunggu</source>
        <translation type="unfinished">Nengga</translation>
    </message>
    <message id="det.eta">
        <source>Dipanggil kira-kira pukul</source>
        <translation type="unfinished">Dipuntimbali kinten-kinten jam</translation>
    </message>
    <message id="det.eta.unknown">
        <source>Waktu belum bisa diperkirakan</source>
        <translation type="unfinished">Wekdal dèrèng saged dipunkinten</translation>
    </message>
    <message id="det.req">
        <source>Yang perlu dibawa</source>
        <translation type="unfinished">Ingkang dipunbekta</translation>
    </message>
    <message id="det.req.none">
        <source>Tidak ada syarat khusus.</source>
        <translation type="unfinished">Boten wonten sarat mligi.</translation>
    </message>
    <message id="det.save">
        <source>Simpan ke HP</source>
        <translation type="unfinished">Simpen ing HP</translation>
    </message>
    <message id="det.save.title">
        <source>Pindai untuk menyimpan syarat</source>
        <translation type="unfinished">Pindai kanggé nyimpen sarat</translation>
    </message>
    <message id="det.fee">
        <source>Biaya {amount}</source>
        <translation type="unfinished">Wragad {amount}</translation>
    </message>
    <message id="det.duration">
        <source>Selesai {duration}</source>
        <translation type="unfinished">Rampung {duration}</translation>
    </message>
    <message id="det.more">
        <source>Baca lanjutannya</source>
        <translation type="unfinished">Waos lajengipun</translation>
    </message>
    <message id="det.prio">
        <source>Perlu antrean prioritas?</source>
        <translation type="unfinished">Perlu antréan prioritas?</translation>
    </message>
    <message id="det.prio.who">
        <source>Lansia, disabilitas, hamil, membawa bayi</source>
        <translation type="unfinished">Sepuh, difabel, mbobot, mbekta bayi</translation>
    </message>
    <message id="det.prio.on">
        <source>Prioritas dipilih</source>
        <translation type="unfinished">Prioritas dipunpilih</translation>
    </message>
    <message id="det.take">
        <source>Ambil nomor</source>
        <translation type="unfinished">Mendhet nomer</translation>
    </message>
    <message id="det.bookonly">
        <source>Layanan ini hanya lewat daftar online.</source>
        <translation type="unfinished">Layanan menika namung lumantar daftar online.</translation>
    </message>
    <message id="det.noikd">
        <source>Bawa KTP-el asli</source>
        <translation type="unfinished">Bekta KTP-el asli</translation>
    </message>
    <message id="det.have">
        <source>Anda sudah punya nomor {number} untuk layanan ini.</source>
        <translation type="unfinished">Panjenengan sampun kagungan nomer {number}.</translation>
    </message>
    <message id="det.have.show">
        <source>Tampilkan nomor saya</source>
        <translation type="unfinished">Tampilaken nomer kula</translation>
    </message>
    <message id="issue.wait">
        <source>Menyiapkan nomor Anda…</source>
        <translation type="unfinished">Nyawisaken nomer…</translation>
    </message>
    <message id="issue.print">
        <source>Mencetak…</source>
        <translation type="unfinished">Nyithak…</translation>
    </message>
    <message id="done.title">
        <source>Ini nomor Anda</source>
        <translation type="unfinished">Menika nomeripun</translation>
    </message>
    <message id="done.sub.below">
        <source>Kertas keluar di bawah layar</source>
        <translation type="unfinished">Kertas medal ing ngandhap layar</translation>
    </message>
    <message id="done.sub.right">
        <source>Kertas keluar di sebelah kanan</source>
        <translation type="unfinished">Kertas medal ing sisih tengen</translation>
    </message>
    <message id="done.where.below">
        <source>di bawah layar</source>
        <translation type="unfinished">ing ngandhap layar</translation>
    </message>
    <message id="done.where.right">
        <source>di sebelah kanan</source>
        <translation type="unfinished">ing sisih tengen</translation>
    </message>
    <message id="done.printed">
        <source>Tercetak {where}</source>
        <translation type="unfinished">Sampun kacithak {where}</translation>
    </message>
    <message id="done.probably">
        <source>Kemungkinan tercetak {where}</source>
        <translation type="unfinished">Mbokmenawi kacithak {where}</translation>
    </message>
    <message id="done.sent">
        <source>Terkirim ke printer {where}</source>
        <translation type="unfinished">Kakintun dhateng printer {where}</translation>
    </message>
    <message id="done.hot">
        <source>Sebentar, printer mendingin</source>
        <translation type="unfinished">Sekedhap, printeripun saweg adhem</translation>
    </message>
    <message id="done.checking">
        <source>Sedang memeriksa tiket Anda</source>
        <translation type="unfinished">Saweg mriksa tiketipun</translation>
    </message>
    <message id="done.ahead">
        <source>Di depan Anda</source>
        <translation type="unfinished">Ing ngajeng</translation>
    </message>
    <message id="done.eta">
        <source>Dipanggil kira-kira</source>
        <translation type="unfinished">Timbalan kinten-kinten</translation>
    </message>
    <message id="done.i1">
        <source>Ambil kertas nomor.</source>
        <translation type="unfinished">Pendhet kertas nomer.</translation>
    </message>
    <message id="done.take">
        <source>Ambil tiket Anda.</source>
        <translation type="unfinished">Pendhet tiket panjenengan.</translation>
    </message>
    <message id="done.i2">
        <source>Duduk di ruang tunggu {place}.</source>
        <translation type="unfinished">Lenggah ing papan tengga {place}.</translation>
    </message>
    <message id="done.i3">
        <source>Tunggu nomor dipanggil.</source>
        <translation type="unfinished">Tengga nomer dipuntimbali.</translation>
    </message>
    <message id="done.save">
        <source>Simpan di HP</source>
        <translation type="unfinished">Simpen ing HP</translation>
    </message>
    <message id="done.more">
        <source>Layanan lain</source>
        <translation type="unfinished">Layanan sanès</translation>
    </message>
    <message id="done.prio">
        <source>Antrean prioritas</source>
        <translation type="unfinished">Antréan prioritas</translation>
    </message>
    <message id="done.reprint">
        <source>Cetak lagi</source>
        <translation type="unfinished">Cithak malih</translation>
    </message>
    <message id="paper.title">
        <source>Kertas habis, nomor Anda tetap berlaku.</source>
        <translation type="unfinished">Kertas telas, nomeripun tetep sah.</translation>
    </message>
    <message id="paper.sub">
        <source>Simpan nomor di HP. Tidak perlu antre ulang.</source>
        <translation type="unfinished">Simpen nomer ing HP. Boten perlu ngantri malih.</translation>
    </message>
    <message id="paper.cut">
        <source>Sebagian tiket batal. Simpan nomor di HP.</source>
        <translation type="unfinished">Sapérangan tiket batal. Simpen nomer ing HP.</translation>
    </message>
    <message id="paper.scan">
        <source>Pindai untuk menyimpan</source>
        <translation type="unfinished">Pindai kanggé nyimpen</translation>
    </message>
    <message id="paper.i1">
        <source>Buka kamera HP, arahkan ke kode QR.</source>
        <translation type="unfinished">Bikak kamera HP, arahaken dhateng kode QR.</translation>
    </message>
    <message id="paper.i2">
        <source>Atau foto layar ini.</source>
        <translation type="unfinished">Utawi foto layar menika.</translation>
    </message>
    <message id="paper.i3">
        <source>Tidak bawa HP? Panggil petugas.</source>
        <translation type="unfinished">Boten mbekta HP? Timbali petugas.</translation>
    </message>
    <message id="paper.saved">
        <source>Sudah disimpan</source>
        <translation type="unfinished">Sampun dipunsimpen</translation>
    </message>
    <message id="paper.staff">
        <source>Panggil petugas</source>
        <translation type="unfinished">Timbali petugas</translation>
    </message>
    <message id="paper.before">
        <source>Kertas sedang habis. Nomor bisa disimpan di HP.</source>
        <translation type="unfinished">Kertas telas. Nomer saged kasimpen ing HP.</translation>
    </message>
    <message id="paper.take">
        <source>Ambil kertas Anda dari printer</source>
        <translation type="unfinished">Pendhet kertas panjenengan saking printer</translation>
    </message>
    <message id="jam.title">
        <source>Kertas tersangkut, nomor Anda tetap berlaku.</source>
        <translation type="unfinished">Kertas macet, nomeripun tetep sah.</translation>
    </message>
    <message id="paper.cover.title">
        <source>Printer sedang dibuka petugas, nomor Anda tetap berlaku.</source>
        <translation type="unfinished">Printer saweg kabikak petugas, nomeripun tetep sah.</translation>
    </message>
    <message id="paper.off.title">
        <source>Printer tidak menyala, nomor Anda tetap berlaku.</source>
        <translation type="unfinished">Printer boten mlampah, nomeripun tetep sah.</translation>
    </message>
    <message id="paper.doubt.title">
        <source>Apakah tiket sudah keluar? Nomor Anda tetap berlaku.</source>
        <translation type="unfinished">Punapa tiketipun sampun medal? Nomeripun tetep sah.</translation>
    </message>
    <message id="chk.title">
        <source>Tunjukkan QR pendaftaran</source>
        <translation type="unfinished">Tuduhaken QR daftar</translation>
    </message>
    <message id="chk.sub">
        <source>QR ada di aplikasi MPP Digital, menu Antrean.</source>
        <translation type="unfinished">QR wonten ing aplikasi MPP Digital, menu Antrean.</translation>
    </message>
    <message id="chk.code">
        <source>Ketik kode daftar</source>
        <translation type="unfinished">Ketik kode dhaptar</translation>
    </message>
    <message id="chk.code.label">
        <source>Kode daftar, {n} huruf atau angka</source>
        <translation type="unfinished">Kode dhaptar, {n} aksara utawi angka</translation>
    </message>
    <message id="chk.find">
        <source>Cari pendaftaran</source>
        <translation type="unfinished">Pados pendhaptaran</translation>
    </message>
    <message id="chk.blind">
        <source>Ketik kode daftar Anda, atau panggil petugas.</source>
        <translation type="unfinished">Ketik kode dhaptar, utawi timbali petugas.</translation>
    </message>
    <message id="chk.retype">
        <source>Ketik ulang</source>
        <translation type="unfinished">Ketik malih</translation>
    </message>
    <message id="chk.found">
        <source>Pendaftaran Anda</source>
        <translation type="unfinished">Daftar online</translation>
    </message>
    <message id="chk.time">
        <source>Jadwal</source>
        <translation type="unfinished">Jadwal</translation>
    </message>
    <message id="chk.confirm">
        <source>Lapor datang</source>
        <translation type="unfinished">Lapor rawuh</translation>
    </message>
    <message id="chk.early">
        <source>Anda datang lebih awal. Nomor dipanggil mulai pukul {time}.</source>
        <translation type="unfinished">Panjenengan rawuh gasik. Nomer dipuntimbali wiwit jam {time}.</translation>
    </message>
    <message id="chk.fresh">
        <source>Ambil nomor baru</source>
        <translation type="unfinished">Nomer énggal</translation>
    </message>
    <message id="chk.done">
        <source>Anda sudah lapor datang</source>
        <translation type="unfinished">Panjenengan sampun lapor</translation>
    </message>
    <message id="skm.title">
        <source>Beri nilai layanan</source>
        <translation type="unfinished">Paring biji layanan</translation>
    </message>
    <message id="skm.start.scan">
        <source>Pindai QR di kertas nomor Anda</source>
        <translation type="unfinished">Pindai QR ing kertas nomer</translation>
    </message>
    <message id="skm.start.pick">
        <source>Pilih instansi</source>
        <translation type="unfinished">Pilih instansi</translation>
    </message>
    <message id="skm.time">
        <source>9 pertanyaan, kira-kira 1 menit</source>
        <translation type="unfinished">9 pitakenan, kinten-kinten 1 menit</translation>
    </message>
    <message id="skm.progress">
        <source>Pertanyaan {n} dari {total}</source>
        <translation type="unfinished">Pitakenan {n} saking {total}</translation>
    </message>
    <message id="skm.anon">
        <source>Jawaban Anda tidak memakai nama.</source>
        <translation type="unfinished">Wangsulan tanpa nama.</translation>
    </message>
    <message id="skm.skip">
        <source>Lewati pertanyaan</source>
        <translation type="unfinished">Langkungi</translation>
    </message>
    <message id="skm.end">
        <source>Selesai</source>
        <translation type="unfinished">Rampung</translation>
    </message>
    <message id="skm.send">
        <source>Kirim</source>
        <translation type="unfinished">Kintun</translation>
    </message>
    <message id="skm.done">
        <source>Tiket ini sudah dinilai</source>
        <translation type="unfinished">Tiket sampun dipunbiji</translation>
    </message>
    <message id="skm.persyaratan">
        <source>Bagaimana kesesuaian syarat dengan jenis layanan?</source>
        <translation type="unfinished">Kados pundi trepipun sarat kaliyan jinis layanan?</translation>
    </message>
    <message id="skm.persyaratan.1">
        <source>Tidak sesuai</source>
        <translation type="unfinished">Boten trep</translation>
    </message>
    <message id="skm.persyaratan.2">
        <source>Kurang sesuai</source>
        <translation type="unfinished">Kirang trep</translation>
    </message>
    <message id="skm.persyaratan.3">
        <source>Sesuai</source>
        <translation type="unfinished">Trep</translation>
    </message>
    <message id="skm.persyaratan.4">
        <source>Sangat sesuai</source>
        <translation type="unfinished">Trep sanget</translation>
    </message>
    <message id="skm.prosedur">
        <source>Bagaimana kemudahan prosedur pelayanan?</source>
        <translation type="unfinished">Kados pundi gampilipun prosedur layanan?</translation>
    </message>
    <message id="skm.prosedur.1">
        <source>Tidak mudah</source>
        <translation type="unfinished">Boten gampil</translation>
    </message>
    <message id="skm.prosedur.2">
        <source>Kurang mudah</source>
        <translation type="unfinished">Kirang gampil</translation>
    </message>
    <message id="skm.prosedur.3">
        <source>Mudah</source>
        <translation type="unfinished">Gampil</translation>
    </message>
    <message id="skm.prosedur.4">
        <source>Sangat mudah</source>
        <translation type="unfinished">Gampil sanget</translation>
    </message>
    <message id="skm.waktu">
        <source>Bagaimana kecepatan waktu pelayanan?</source>
        <translation type="unfinished">Kados pundi rikatipun wekdal layanan?</translation>
    </message>
    <message id="skm.waktu.1">
        <source>Tidak cepat</source>
        <translation type="unfinished">Boten rikat</translation>
    </message>
    <message id="skm.waktu.2">
        <source>Kurang cepat</source>
        <translation type="unfinished">Kirang rikat</translation>
    </message>
    <message id="skm.waktu.3">
        <source>Cepat</source>
        <translation type="unfinished">Rikat</translation>
    </message>
    <message id="skm.waktu.4">
        <source>Sangat cepat</source>
        <translation type="unfinished">Rikat sanget</translation>
    </message>
    <message id="skm.biaya">
        <source>Bagaimana kewajaran biaya pelayanan?</source>
        <translation type="unfinished">Kados pundi lumrahipun wragad layanan?</translation>
    </message>
    <message id="skm.biaya.1">
        <source>Sangat mahal</source>
        <translation type="unfinished">Awis sanget</translation>
    </message>
    <message id="skm.biaya.2">
        <source>Cukup mahal</source>
        <translation type="unfinished">Radi awis</translation>
    </message>
    <message id="skm.biaya.3">
        <source>Murah</source>
        <translation type="unfinished">Mirah</translation>
    </message>
    <message id="skm.biaya.4">
        <source>Gratis</source>
        <translation type="unfinished">Gratis</translation>
    </message>
    <message id="skm.produk">
        <source>Apakah hasil layanan sesuai dengan yang dijanjikan?</source>
        <translation type="unfinished">Punapa asil layanan trep kaliyan ingkang dipunjanjèkaken?</translation>
    </message>
    <message id="skm.produk.1">
        <source>Tidak sesuai</source>
        <translation type="unfinished">Boten trep</translation>
    </message>
    <message id="skm.produk.2">
        <source>Kurang sesuai</source>
        <translation type="unfinished">Kirang trep</translation>
    </message>
    <message id="skm.produk.3">
        <source>Sesuai</source>
        <translation type="unfinished">Trep</translation>
    </message>
    <message id="skm.produk.4">
        <source>Sangat sesuai</source>
        <translation type="unfinished">Trep sanget</translation>
    </message>
    <message id="skm.kompetensi">
        <source>Bagaimana kemampuan petugas?</source>
        <translation type="unfinished">Kados pundi kaprigelan petugas?</translation>
    </message>
    <message id="skm.kompetensi.1">
        <source>Tidak mampu</source>
        <translation type="unfinished">Boten prigel</translation>
    </message>
    <message id="skm.kompetensi.2">
        <source>Kurang mampu</source>
        <translation type="unfinished">Kirang prigel</translation>
    </message>
    <message id="skm.kompetensi.3">
        <source>Mampu</source>
        <translation type="unfinished">Prigel</translation>
    </message>
    <message id="skm.kompetensi.4">
        <source>Sangat mampu</source>
        <translation type="unfinished">Prigel sanget</translation>
    </message>
    <message id="skm.perilaku">
        <source>Bagaimana kesopanan dan keramahan petugas?</source>
        <translation type="unfinished">Kados pundi tata krama lan sumèhipun petugas?</translation>
    </message>
    <message id="skm.perilaku.1">
        <source>Tidak sopan</source>
        <translation type="unfinished">Boten sopan</translation>
    </message>
    <message id="skm.perilaku.2">
        <source>Kurang sopan</source>
        <translation type="unfinished">Kirang sopan</translation>
    </message>
    <message id="skm.perilaku.3">
        <source>Sopan</source>
        <translation type="unfinished">Sopan</translation>
    </message>
    <message id="skm.perilaku.4">
        <source>Sangat sopan</source>
        <translation type="unfinished">Sopan sanget</translation>
    </message>
    <message id="skm.pengaduan">
        <source>Bagaimana penanganan pengaduan?</source>
        <translation type="unfinished">Kados pundi penanganan pengaduan?</translation>
    </message>
    <message id="skm.pengaduan.1">
        <source>Tidak ada</source>
        <translation type="unfinished">Boten wonten</translation>
    </message>
    <message id="skm.pengaduan.2">
        <source>Ada, tidak berfungsi</source>
        <translation type="unfinished">Wonten, boten mlampah</translation>
    </message>
    <message id="skm.pengaduan.3">
        <source>Kurang maksimal</source>
        <translation type="unfinished">Kirang maksimal</translation>
    </message>
    <message id="skm.pengaduan.4">
        <source>Dikelola baik</source>
        <translation type="unfinished">Dipunurus saé</translation>
    </message>
    <message id="skm.sarana">
        <source>Bagaimana mutu sarana dan prasarana?</source>
        <translation type="unfinished">Kados pundi mutu sarana lan prasarana?</translation>
    </message>
    <message id="skm.sarana.1">
        <source>Buruk</source>
        <translation type="unfinished">Awon</translation>
    </message>
    <message id="skm.sarana.2">
        <source>Cukup</source>
        <translation type="unfinished">Cekap</translation>
    </message>
    <message id="skm.sarana.3">
        <source>Baik</source>
        <translation type="unfinished">Saé</translation>
    </message>
    <message id="skm.sarana.4">
        <source>Sangat baik</source>
        <translation type="unfinished">Saé sanget</translation>
    </message>
    <message id="skm.profile">
        <source>Sedikit tentang Anda (boleh dilewati)</source>
        <translation type="unfinished">Bab Panjenengan (boten wajib)</translation>
    </message>
    <message id="skm.gender">
        <source>Jenis kelamin</source>
        <translation type="unfinished">Jinis kelamin</translation>
    </message>
    <message id="skm.gender.f">
        <source>Perempuan</source>
        <translation type="unfinished">Èstri</translation>
    </message>
    <message id="skm.gender.m">
        <source>Laki-laki</source>
        <translation type="unfinished">Kakung</translation>
    </message>
    <message id="skm.age">
        <source>Usia</source>
        <translation type="unfinished">Yuswa</translation>
    </message>
    <message id="skm.age.under-18">
        <source>Di bawah 18 tahun</source>
        <translation type="unfinished">Ngandhap 18 taun</translation>
    </message>
    <message id="skm.age.18-25">
        <source>18–25 tahun</source>
        <translation type="unfinished">18–25 taun</translation>
    </message>
    <message id="skm.age.26-40">
        <source>26–40 tahun</source>
        <translation type="unfinished">26–40 taun</translation>
    </message>
    <message id="skm.age.41-60">
        <source>41–60 tahun</source>
        <translation type="unfinished">41–60 taun</translation>
    </message>
    <message id="skm.age.over-60">
        <source>Di atas 60 tahun</source>
        <translation type="unfinished">Nginggil 60 taun</translation>
    </message>
    <message id="skm.edu">
        <source>Pendidikan terakhir</source>
        <translation type="unfinished">Pendhidhikan pungkasan</translation>
    </message>
    <message id="skm.edu.sd">
        <source>SD</source>
        <translation type="unfinished">SD</translation>
    </message>
    <message id="skm.edu.smp">
        <source>SMP</source>
        <translation type="unfinished">SMP</translation>
    </message>
    <message id="skm.edu.sma">
        <source>SMA/SMK</source>
        <translation type="unfinished">SMA/SMK</translation>
    </message>
    <message id="skm.edu.diploma">
        <source>Diploma</source>
        <translation type="unfinished">Diploma</translation>
    </message>
    <message id="skm.edu.sarjana">
        <source>Sarjana</source>
        <translation type="unfinished">Sarjana</translation>
    </message>
    <message id="skm.edu.pascasarjana">
        <source>Pascasarjana</source>
        <translation type="unfinished">Pascasarjana</translation>
    </message>
    <message id="skm.job">
        <source>Pekerjaan</source>
        <translation type="unfinished">Pedamelan</translation>
    </message>
    <message id="skm.job.asn">
        <source>ASN</source>
        <translation type="unfinished">ASN</translation>
    </message>
    <message id="skm.job.tni-polri">
        <source>TNI/Polri</source>
        <translation type="unfinished">TNI/Polri</translation>
    </message>
    <message id="skm.job.swasta">
        <source>Pegawai swasta</source>
        <translation type="unfinished">Pegawai swasta</translation>
    </message>
    <message id="skm.job.wirausaha">
        <source>Wirausaha</source>
        <translation type="unfinished">Wirausaha</translation>
    </message>
    <message id="skm.job.pelajar">
        <source>Pelajar/mahasiswa</source>
        <translation type="unfinished">Siswa/mahasiswa</translation>
    </message>
    <message id="skm.job.lainnya">
        <source>Lainnya</source>
        <translation type="unfinished">Sanèsipun</translation>
    </message>
    <message id="skm.comment">
        <source>Saran (boleh dilewati)</source>
        <translation type="unfinished">Saran</translation>
    </message>
    <message id="skm.comment.left">
        <source>Sisa {n} huruf</source>
        <translation type="unfinished">Kantun {n} aksara</translation>
    </message>
    <message id="skm.thanks">
        <source>Terima kasih</source>
        <translation type="unfinished">Matur nuwun</translation>
    </message>
    <message id="skm.thanks.sub">
        <source>Nilai Anda membantu kami memperbaiki layanan.</source>
        <translation type="unfinished">Biji Panjenengan mbiyantu ndandosi layanan.</translation>
    </message>
    <message id="help.title">
        <source>Butuh bantuan?</source>
        <translation type="unfinished">Perlu pitulungan?</translation>
    </message>
    <message id="help.call">
        <source>Panggil petugas</source>
        <translation type="unfinished">Timbali petugas</translation>
    </message>
    <message id="help.called">
        <source>Petugas menuju ke sini.</source>
        <translation type="unfinished">Petugas tumuju mriki.</translation>
    </message>
    <message id="help.howto">
        <source>Cara memakai anjungan</source>
        <translation type="unfinished">Cara ngginakaken anjungan</translation>
    </message>
    <message id="help.end">
        <source>Akhiri dan hapus data saya</source>
        <translation type="unfinished">Pungkasi lan busak data kula</translation>
    </message>
    <message id="howto.title">
        <source>Cara memakai anjungan</source>
        <translation type="unfinished">Cara ngginakaken anjungan</translation>
    </message>
    <message id="howto.1">
        <source>Sentuh tombol di layar.</source>
        <translation type="unfinished">Pencet tombol ing layar.</translation>
    </message>
    <message id="howto.2">
        <source>Pilih layanan Anda.</source>
        <translation type="unfinished">Pilih layanan Panjenengan.</translation>
    </message>
    <message id="howto.3">
        <source>Ambil kertas nomor.</source>
        <translation type="unfinished">Pendhet kertas nomer.</translation>
    </message>
    <message id="howto.4">
        <source>Tunggu nomor dipanggil.</source>
        <translation type="unfinished">Tengga nomer dipuntimbali.</translation>
    </message>
    <message id="text.title">
        <source>Ukuran huruf</source>
        <translation type="unfinished">Ukuran aksara</translation>
    </message>
    <message id="text.1">
        <source>Biasa</source>
        <translation type="unfinished">Limrah</translation>
    </message>
    <message id="text.2">
        <source>Besar</source>
        <translation type="unfinished">Ageng</translation>
    </message>
    <message id="text.3">
        <source>Sangat besar</source>
        <translation type="unfinished">Ageng sanget</translation>
    </message>
    <message id="contrast.title">
        <source>Warna layar</source>
        <translation type="unfinished">Werni layar</translation>
    </message>
    <message id="contrast.light">
        <source>Terang</source>
        <translation type="unfinished">Padhang</translation>
    </message>
    <message id="contrast.night">
        <source>Malam</source>
        <translation type="unfinished">Dalu</translation>
    </message>
    <message id="contrast.hcdark">
        <source>Kontras gelap</source>
        <translation type="unfinished">Kontras peteng</translation>
    </message>
    <message id="contrast.hclight">
        <source>Kontras terang</source>
        <translation type="unfinished">Kontras padhang</translation>
    </message>
    <message id="audio.title">
        <source>Suara</source>
        <translation type="unfinished">Swanten</translation>
    </message>
    <message id="audio.plug">
        <source>Colokkan penyuara telinga untuk mendengar dengan pribadi.</source>
        <translation type="unfinished">Colokaken headset kanggé midhanget piyambak.</translation>
    </message>
    <message id="audio.plugged">
        <source>Penyuara telinga tersambung. Hanya Anda yang mendengar.</source>
        <translation type="unfinished">Headset sampun kasambung. Namung Panjenengan ingkang midhanget.</translation>
    </message>
    <message id="audio.volume">
        <source>Kuat suara</source>
        <translation type="unfinished">Volume swanten</translation>
    </message>
    <message id="audio.louder">
        <source>Lebih keras</source>
        <translation type="unfinished">Langkung sora</translation>
    </message>
    <message id="audio.softer">
        <source>Lebih pelan</source>
        <translation type="unfinished">Langkung lirih</translation>
    </message>
    <message id="audio.speed">
        <source>Kecepatan bicara</source>
        <translation type="unfinished">Rikating wicanten</translation>
    </message>
    <message id="audio.faster">
        <source>Lebih cepat</source>
        <translation type="unfinished">Langkung rikat</translation>
    </message>
    <message id="audio.slower">
        <source>Lebih lambat</source>
        <translation type="unfinished">Langkung alon</translation>
    </message>
    <message id="audio.repeat">
        <source>Ulangi</source>
        <translation type="unfinished">Baleni</translation>
    </message>
    <message id="audio.screenoff">
        <source>Gelapkan layar</source>
        <translation type="unfinished">Layar peteng</translation>
    </message>
    <message id="audio.welcome">
        <source>Selamat datang di anjungan mandiri. Gunakan tombol panah untuk berpindah, tombol bulat untuk memilih.</source>
        <translation type="unfinished">Sugeng rawuh ing anjungan mandhiri. Ginakaken tombol panah kanggé pindhah, tombol bunder kanggé milih.</translation>
    </message>
    <message id="reach.on">
        <source>Layar diturunkan</source>
        <translation type="unfinished">Layar dipunandhapaken</translation>
    </message>
    <message id="reach.off">
        <source>Kembalikan ke atas</source>
        <translation type="unfinished">Wangsulaken minggah</translation>
    </message>
    <message id="time.title">
        <source>Masih di sini?</source>
        <translation type="unfinished">Taksih ing mriki?</translation>
    </message>
    <message id="time.text">
        <source>Layar akan kembali ke awal untuk menjaga data Anda.</source>
        <translation type="unfinished">Layar wangsul dhateng wiwitan kanggé njagi data Panjenengan.</translation>
    </message>
    <message id="time.continue">
        <source>Ya, lanjutkan</source>
        <translation type="unfinished">Inggih, lajengaken</translation>
    </message>
    <message id="time.end">
        <source>Akhiri sekarang</source>
        <translation type="unfinished">Pungkasi samenika</translation>
    </message>
    <message id="time.seconds">
        <source>{n} detik lagi</source>
        <translation type="unfinished">{n} detik malih</translation>
    </message>
    <message id="err.camera.t">
        <source>Kamera tidak menyala</source>
        <translation type="unfinished">Kamera boten mlampah</translation>
    </message>
    <message id="err.camera.x">
        <source>Lanjutkan tanpa IKD, atau panggil petugas. Petugas sudah diberi tahu.</source>
        <translation type="unfinished">Lajengaken tanpa IKD, utawi timbali petugas. Petugas sampun dipunsanjangi.</translation>
    </message>
    <message id="err.scanner.t">
        <source>Pemindai tidak menyala</source>
        <translation type="unfinished">Pemindai boten mlampah</translation>
    </message>
    <message id="err.scanner.x">
        <source>Gunakan kamera, atau lanjutkan tanpa IKD.</source>
        <translation type="unfinished">Ginakaken kamera, utawi lajengaken tanpa IKD.</translation>
    </message>
    <message id="err.qr.expired.t">
        <source>QR sudah kedaluwarsa</source>
        <translation type="unfinished">QR sampun kadaluwarsa</translation>
    </message>
    <message id="err.qr.expired.x">
        <source>QR IKD berlaku 90 detik. Tutup lalu buka lagi QR di HP Anda.</source>
        <translation type="unfinished">QR IKD lumampah 90 detik. Tutup lajeng bikak malih QR ing HP.</translation>
    </message>
    <message id="err.qr.notikd.t">
        <source>Ini bukan QR IKD</source>
        <translation type="unfinished">Menika sanès QR IKD</translation>
    </message>
    <message id="err.qr.notikd.x">
        <source>Buka aplikasi IKD, lalu tampilkan QR dari sana.</source>
        <translation type="unfinished">Bikak aplikasi IKD, lajeng tampilaken QR saking mrika.</translation>
    </message>
    <message id="err.qr.future.t">
        <source>Jam HP Anda tidak sesuai</source>
        <translation type="unfinished">Jam HP Panjenengan boten trep</translation>
    </message>
    <message id="err.qr.future.x">
        <source>Atur jam HP ke otomatis, lalu buka lagi QR.</source>
        <translation type="unfinished">Atur jam HP dados otomatis, lajeng bikak malih QR.</translation>
    </message>
    <message id="err.qr.used.t">
        <source>QR ini sudah dipakai</source>
        <translation type="unfinished">QR sampun dipunangge</translation>
    </message>
    <message id="err.qr.used.x">
        <source>Buka lagi QR di aplikasi IKD.</source>
        <translation type="unfinished">Bikak malih QR ing aplikasi IKD.</translation>
    </message>
    <message id="err.qr.unverified.t">
        <source>Identitas belum bisa diperiksa</source>
        <translation type="unfinished">Identitas dèrèng saged kapriksa</translation>
    </message>
    <message id="err.qr.unverified.x">
        <source>Nomor tetap bisa diambil. Bawa KTP-el asli ke loket.</source>
        <translation type="unfinished">Nomer tetep saged kapendhet. Bekta KTP-el asli ing lokét.</translation>
    </message>
    <message id="err.offline.t">
        <source>Jaringan sedang terputus</source>
        <translation type="unfinished">Jaringan saweg pedhot</translation>
    </message>
    <message id="err.offline.x">
        <source>Nomor tetap bisa diambil. Perkiraan waktu belum tersedia.</source>
        <translation type="unfinished">Nomer tetep saged kapendhet. Kinten-kinten wekdal dèrèng wonten.</translation>
    </message>
    <message id="err.offline.hard.t">
        <source>Nomor belum bisa diambil</source>
        <translation type="unfinished">Nomer dèrèng saged kapendhet</translation>
    </message>
    <message id="err.offline.hard.x">
        <source>Jaringan terputus. Ambil nomor di meja informasi.</source>
        <translation type="unfinished">Jaringan pedhot. Pendhet nomer ing méja informasi.</translation>
    </message>
    <message id="err.quota.t">
        <source>Kuota hari ini habis</source>
        <translation type="unfinished">Kuota dinten menika telas</translation>
    </message>
    <message id="err.quota.x">
        <source>Kuota dibuka lagi {date}. Anda bisa daftar online.</source>
        <translation type="unfinished">Kuota dipunbikak malih {date}. Saged ndaftar online.</translation>
    </message>
    <message id="err.closed.t">
        <source>Layanan sedang tutup</source>
        <translation type="unfinished">Layanan saweg tutup</translation>
    </message>
    <message id="err.closed.x">
        <source>Buka lagi {day} pukul {time}.</source>
        <translation type="unfinished">Bikak malih {day} jam {time}.</translation>
    </message>
    <message id="err.closed.break.t">
        <source>Loket istirahat</source>
        <translation type="unfinished">Lokét ngaso</translation>
    </message>
    <message id="err.closed.break.x">
        <source>Buka lagi pukul {time}. Nomor tetap bisa diambil sekarang.</source>
        <translation type="unfinished">Bikak malih jam {time}. Nomer saged kapendhet samenika.</translation>
    </message>
    <message id="err.closed.mall.t">
        <source>Pelayanan sudah tutup</source>
        <translation type="unfinished">Layanan sampun tutup</translation>
    </message>
    <message id="err.closed.mall.x">
        <source>Buka lagi {day} pukul {time}.</source>
        <translation type="unfinished">Bikak malih {day} jam {time}.</translation>
    </message>
    <message id="err.booking.unknown.t">
        <source>Pendaftaran tidak ditemukan</source>
        <translation type="unfinished">Pendhaptaran boten pinanggih</translation>
    </message>
    <message id="err.booking.unknown.x">
        <source>Periksa kode Anda, atau ambil nomor baru.</source>
        <translation type="unfinished">Priksa kode, utawi nomer énggal.</translation>
    </message>
    <message id="err.booking.other.t">
        <source>Pendaftaran ini untuk tempat lain</source>
        <translation type="unfinished">Pendhaptaran kanggé papan sanès</translation>
    </message>
    <message id="err.booking.other.x">
        <source>Tempat: {place}. Panggil petugas jika perlu.</source>
        <translation type="unfinished">Papan: {place}. Timbali petugas menawi perlu.</translation>
    </message>
    <message id="err.booking.day.t">
        <source>Pendaftaran ini untuk hari lain</source>
        <translation type="unfinished">Pendhaptaran kanggé dinten sanès</translation>
    </message>
    <message id="err.booking.day.x">
        <source>Jadwal Anda {date} pukul {time}.</source>
        <translation type="unfinished">Jadwal Panjenengan {date} jam {time}.</translation>
    </message>
    <message id="err.booking.late.t">
        <source>Jadwal sudah lewat</source>
        <translation type="unfinished">Jadwal sampun kliwat</translation>
    </message>
    <message id="err.booking.late.x">
        <source>Jadwal Anda {date} pukul {time}. Ambil nomor baru?</source>
        <translation type="unfinished">Jadwal Panjenengan {date} jam {time}. Mendhet nomer énggal?</translation>
    </message>
    <message id="err.booking.done.t">
        <source>Anda sudah lapor datang</source>
        <translation type="unfinished">Panjenengan sampun lapor</translation>
    </message>
    <message id="err.booking.done.x">
        <source>Nomor Anda {number}. Tunggu dipanggil di {place}.</source>
        <translation type="unfinished">Nomer Panjenengan {number}. Tengga ing {place}.</translation>
    </message>
    <message id="err.booking.done.plain">
        <source>Tunggu nomor Anda dipanggil.</source>
        <translation type="unfinished">Tengga nomer dipuntimbali.</translation>
    </message>
    <message id="err.printer.off.t">
        <source>Printer tidak menyala</source>
        <translation type="unfinished">Printer boten mlampah</translation>
    </message>
    <message id="err.printer.off.x">
        <source>Nomor tetap bisa diambil dan disimpan di HP.</source>
        <translation type="unfinished">Nomer tetep saged kapendhet lan kasimpen ing HP.</translation>
    </message>
    <message id="err.ticket.unknown.t">
        <source>Kode ini tidak dikenal</source>
        <translation type="unfinished">Kode boten dipunkenal</translation>
    </message>
    <message id="err.ticket.unknown.x">
        <source>Pindai QR di kertas nomor, atau pilih instansi.</source>
        <translation type="unfinished">Pindai QR ing kertas nomer, utawi pilih instansi.</translation>
    </message>
    <message id="err.generic.t">
        <source>Ada gangguan pada anjungan</source>
        <translation type="unfinished">Wonten alangan ing anjungan</translation>
    </message>
    <message id="err.generic.x">
        <source>Coba lagi, atau panggil petugas.</source>
        <translation type="unfinished">Cobi malih, utawi timbali petugas.</translation>
    </message>
    <message id="err.service.full.t">
        <source>Nomor terakhir baru saja diambil</source>
        <translation type="unfinished">Nomer pungkasan nembé kapendhet</translation>
    </message>
    <message id="err.service.full.x">
        <source>Pilih hari lain lewat daftar online, atau pilih layanan lain.</source>
        <translation type="unfinished">Pilih dinten sanès lumantar daftar online, utawi layanan sanès.</translation>
    </message>
    <message id="banner.paperlow">
        <source>Kertas hampir habis</source>
        <translation type="unfinished">Kertas badhé telas</translation>
    </message>
    <message id="banner.offline">
        <source>Luring: nomor tetap bisa diambil</source>
        <translation type="unfinished">Luring: nomer tetep wonten</translation>
    </message>
    <message id="tkt.head">
        <source>Nomor antrean Anda</source>
        <translation type="unfinished">Nomer antréan</translation>
    </message>
    <message id="tkt.place">
        <source>Tempat</source>
        <translation type="unfinished">Papan</translation>
    </message>
    <message id="tkt.ahead">
        <source>Di depan Anda</source>
        <translation type="unfinished">Ing ngajeng</translation>
    </message>
    <message id="tkt.eta">
        <source>Dipanggil kira-kira</source>
        <translation type="unfinished">Timbalan kinten-kinten</translation>
    </message>
    <message id="tkt.eta58">
        <source>Kira-kira pukul</source>
        <translation type="unfinished">Kinten-kinten jam</translation>
    </message>
    <message id="tkt.taken">
        <source>Diambil</source>
        <translation type="unfinished">Kapendhet</translation>
    </message>
    <message id="tkt.name">
        <source>Nama</source>
        <translation type="unfinished">Nama</translation>
    </message>
    <message id="tkt.prio">
        <source>PRIORITAS</source>
        <translation type="unfinished">PRIORITAS</translation>
    </message>
    <message id="tkt.bring">
        <source>Siapkan:</source>
        <translation type="unfinished">Cawisaken:</translation>
    </message>
    <message id="tkt.bring.more">
        <source>… lihat kode QR</source>
        <translation type="unfinished">… pirsani kode QR</translation>
    </message>
    <message id="tkt.qr">
        <source>Pantau antrean dan nilai layanan: pindai kode ini.</source>
        <translation type="unfinished">Pirsani antréan lan biji layanan: pindai kode menika.</translation>
    </message>
    <message id="tkt.missed">
        <source>Nomor terlewat? Temui petugas.</source>
        <translation type="unfinished">Nomer kliwat? Panggihi petugas.</translation>
    </message>
    <message id="tkt.free">
        <source>Layanan ini gratis.</source>
        <translation type="unfinished">Layanan menika gratis.</translation>
    </message>
    <message id="tkt.offline">
        <source>Perkiraan waktu: lihat layar ruang tunggu.</source>
        <translation type="unfinished">Kinten-kinten wekdal: pirsani layar papan tengga.</translation>
    </message>
    <message id="tkt.booking">
        <source>Daftar online</source>
        <translation type="unfinished">Daftar online</translation>
    </message>
    <message id="tkt.copy">
        <source>SALINAN</source>
        <translation type="unfinished">SALINAN</translation>
    </message>
    <message id="tv.now">
        <source>Nomor dipanggil</source>
        <translation type="unfinished">Nomer ingkang dipuntimbali</translation>
    </message>
    <message id="tv.last">
        <source>Panggilan terakhir</source>
        <translation type="unfinished">Timbalan pungkasan</translation>
    </message>
    <message id="tv.ticker">
        <source>Siapkan dokumen Anda. Nomor terlewat? Hubungi petugas di meja informasi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="lbl.serving">
        <source>Sedang dilayani</source>
        <translation type="unfinished">Saweg dipunladosi</translation>
    </message>
    <message id="lbl.next">
        <source>Berikutnya</source>
        <translation type="unfinished">Salajengipun</translation>
    </message>
    <message id="lbl.open">
        <source>Buka</source>
        <translation type="unfinished">Bikak</translation>
    </message>
    <message id="lbl.break">
        <source>Istirahat sampai {time}</source>
        <translation type="unfinished">Ngaso dumugi {time}</translation>
    </message>
    <message id="lbl.closed">
        <source>Tutup</source>
        <translation type="unfinished">Tutup</translation>
    </message>
    <message id="call.tts">
        <source>Nomor antrean, {letter}, {digits}, silakan ke loket {counter}.</source>
        <translation type="unfinished">Nomer antréan, {letter}, {digits}, sumangga dhateng lokét {counter}.</translation>
    </message>
    <message id="tech.title">
        <source>Panel teknisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.pin">
        <source>Masukkan PIN teknisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.pin.bad">
        <source>PIN salah. Sisa {n} kali.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.pin.lock">
        <source>Terkunci {n} menit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.ok">
        <source>Semua perangkat baik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.warn">
        <source>{n} perlu perhatian</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.bad">
        <source>{n} rusak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.s.ok">
        <source>Baik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.s.warn">
        <source>Perhatian</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.s.bad">
        <source>Rusak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.s.off">
        <source>Tidak ada</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.printer">
        <source>Printer tiket</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scanner">
        <source>Pemindai QR</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.camera">
        <source>Kamera</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.net">
        <source>Jaringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.touch">
        <source>Layar sentuh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.clock">
        <source>Jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.disk">
        <source>Penyimpanan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.temp">
        <source>Suhu</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.queue">
        <source>Tiket menunggu kirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.print">
        <source>Cetak uji</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.scan">
        <source>Uji pindai</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.sound">
        <source>Uji suara</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.paper">
        <source>Ganti kertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.touch">
        <source>Uji sentuh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.layout">
        <source>Tata letak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.log">
        <source>Catatan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.restart">
        <source>Mulai ulang</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.stats">
        <source>Statistik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.close">
        <source>Tutup sementara</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.exit">
        <source>Keluar panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.diag">
        <source>Ukuran layar (inci)</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.bottom">
        <source>Tinggi tepi bawah layar dari lantai (mm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.scanner">
        <source>Letak pemindai</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.printer">
        <source>Letak printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.reach">
        <source>Batas jangkauan 1.200 mm ada di sini</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.closed.public">
        <source>Anjungan ini sedang diperbaiki. Gunakan anjungan lain atau meja informasi.</source>
        <translation type="unfinished">Anjungan menika saweg dipundandosi. Ginakaken anjungan sanès utawi méja informasi.</translation>
    </message>
    <message id="tech.where">
        <source>Panel teknisi · Anjungan {kiosk}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.pin.unset">
        <source>PIN teknisi belum dibuat. Buat dulu di komputer anjungan ini dengan perintah: kiosk pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.pin.busy">
        <source>Sedang diperiksa …</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.pin.enter">
        <source>{n} angka</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.a.open">
        <source>Buka kembali</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.ask.close.t">
        <source>Tutup anjungan ini?</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.ask.close.x">
        <source>Warga melihat bahwa anjungan sedang diperbaiki, sampai Anda membukanya kembali.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.is.closed">
        <source>Ditutup untuk warga</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.none">
        <source>Tidak dipasang</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.paper">
        <source>Kertas tersisa ± {n} tiket</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.left">
        <source>{n} tidak diambil</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.printer.unknown">
        <source>Belum menjawab</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.printer.paper-out">
        <source>Kertas habis</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.printer.cover-open">
        <source>Penutup terbuka</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.printer.jam">
        <source>Kertas macet</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.printer.hot">
        <source>Kepala cetak panas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.printer.broken">
        <source>Melaporkan kerusakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.printer.silent">
        <source>Tidak menjawab</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.camera.film">
        <source>{w}×{h}, {n} gambar/detik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.camera.read">
        <source>Pindai terakhir {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.camera.none">
        <source>Belum ada yang dipindai</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.camera.off">
        <source>Mati</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.camera.starting">
        <source>Sedang dinyalakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.camera.missing">
        <source>Tidak ditemukan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.camera.stalled">
        <source>Tidak mengirim gambar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.scanner.ready">
        <source>Siap</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.scanner.starting">
        <source>Sedang dinyalakan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.scanner.missing">
        <source>Tidak ditemukan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.net.on">
        <source>Tersambung</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.net.near">
        <source>{n} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.net.off">
        <source>Terputus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.net.waiting">
        <source>{n} menunggu kirim</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.net.refused">
        <source>{n} ditolak pusat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.touch">
        <source>Uji terakhir {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.clock.off">
        <source>Selisih {n} detik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.clock.unknown">
        <source>Belum dibandingkan dengan pusat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.clock.wrong">
        <source>Belum dapat dipercaya</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.disk">
        <source>Sisa {n} GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.x.temp">
        <source>{n} °C</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.busy">
        <source>Mencetak …</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.ask.sound.t">
        <source>Apakah suara terdengar?</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.ask.sound.x">
        <source>Anjungan baru saja membunyikan satu nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.lead">
        <source>Tunjukkan kode apa saja. Isinya tidak ditampilkan dan tidak disimpan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.read">
        <source>Terbaca: {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.blind">
        <source>Kamera atau pemindai tidak menyala. Periksa kabelnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.ticket">
        <source>kode tiket</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.receipt">
        <source>kode tanda terima</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.booking">
        <source>kode daftar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.identity">
        <source>kode identitas atau teks</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.scan.other">
        <source>kode lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.taken">
        <source>Nomor diambil</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.skm">
        <source>Nilai SKM</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.hour">
        <source>Kedatangan per jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.how">
        <source>Cara mengambil nomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.elem">
        <source>SKM per unsur</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.elem.sub">
        <source>skala 1–4, garis = batas B (3,0644)</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.top">
        <source>Layanan teratas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.range.day">
        <source>Hari ini</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.range.week">
        <source>7 hari</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.range.month">
        <source>30 hari</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.range.sem">
        <source>Semester</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.empty">
        <source>Belum ada data untuk rentang ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.few">
        <source>Jawaban masih kurang dari {n}; nilai belum mewakili.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="date.day.0">
        <source>Minggu</source>
        <translation type="unfinished">Minggu</translation>
    </message>
    <message id="date.day.1">
        <source>Senin</source>
        <translation type="unfinished">Senen</translation>
    </message>
    <message id="date.day.2">
        <source>Selasa</source>
        <translation type="unfinished">Slasa</translation>
    </message>
    <message id="date.day.3">
        <source>Rabu</source>
        <translation type="unfinished">Rebo</translation>
    </message>
    <message id="date.day.4">
        <source>Kamis</source>
        <translation type="unfinished">Kemis</translation>
    </message>
    <message id="date.day.5">
        <source>Jumat</source>
        <translation type="unfinished">Jumat</translation>
    </message>
    <message id="date.day.6">
        <source>Sabtu</source>
        <translation type="unfinished">Setu</translation>
    </message>
    <message id="date.month.1">
        <source>Januari</source>
        <translation type="unfinished">Januari</translation>
    </message>
    <message id="date.month.2">
        <source>Februari</source>
        <translation type="unfinished">Februari</translation>
    </message>
    <message id="date.month.3">
        <source>Maret</source>
        <translation type="unfinished">Maret</translation>
    </message>
    <message id="date.month.4">
        <source>April</source>
        <translation type="unfinished">April</translation>
    </message>
    <message id="date.month.5">
        <source>Mei</source>
        <translation type="unfinished">Mei</translation>
    </message>
    <message id="date.month.6">
        <source>Juni</source>
        <translation type="unfinished">Juni</translation>
    </message>
    <message id="date.month.7">
        <source>Juli</source>
        <translation type="unfinished">Juli</translation>
    </message>
    <message id="date.month.8">
        <source>Agustus</source>
        <translation type="unfinished">Agustus</translation>
    </message>
    <message id="date.month.9">
        <source>September</source>
        <translation type="unfinished">September</translation>
    </message>
    <message id="date.month.10">
        <source>Oktober</source>
        <translation type="unfinished">Oktober</translation>
    </message>
    <message id="date.month.11">
        <source>November</source>
        <translation type="unfinished">November</translation>
    </message>
    <message id="date.month.12">
        <source>Desember</source>
        <translation type="unfinished">Desember</translation>
    </message>
    <message id="date.month.short.1">
        <source>Jan</source>
        <translation type="unfinished">Jan</translation>
    </message>
    <message id="date.month.short.2">
        <source>Feb</source>
        <translation type="unfinished">Feb</translation>
    </message>
    <message id="date.month.short.3">
        <source>Mar</source>
        <translation type="unfinished">Mar</translation>
    </message>
    <message id="date.month.short.4">
        <source>Apr</source>
        <translation type="unfinished">Apr</translation>
    </message>
    <message id="date.month.short.5">
        <source>Mei</source>
        <translation type="unfinished">Mei</translation>
    </message>
    <message id="date.month.short.6">
        <source>Jun</source>
        <translation type="unfinished">Jun</translation>
    </message>
    <message id="date.month.short.7">
        <source>Jul</source>
        <translation type="unfinished">Jul</translation>
    </message>
    <message id="date.month.short.8">
        <source>Agt</source>
        <translation type="unfinished">Agt</translation>
    </message>
    <message id="date.month.short.9">
        <source>Sep</source>
        <translation type="unfinished">Sep</translation>
    </message>
    <message id="date.month.short.10">
        <source>Okt</source>
        <translation type="unfinished">Okt</translation>
    </message>
    <message id="date.month.short.11">
        <source>Nov</source>
        <translation type="unfinished">Nov</translation>
    </message>
    <message id="date.month.short.12">
        <source>Des</source>
        <translation type="unfinished">Des</translation>
    </message>
    <message id="date.clock">
        <source>{hour}.{minute}</source>
        <translation type="unfinished">{hour}.{minute}</translation>
    </message>
    <message id="speech.digit.0">
        <source>nol</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.1">
        <source>satu</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.2">
        <source>dua</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.3">
        <source>tiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.4">
        <source>empat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.5">
        <source>lima</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.6">
        <source>enam</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.7">
        <source>tujuh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.8">
        <source>delapan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.digit.9">
        <source>sembilan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.10">
        <source>sepuluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.11">
        <source>sebelas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.12">
        <source>dua belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.13">
        <source>tiga belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.14">
        <source>empat belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.15">
        <source>lima belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.16">
        <source>enam belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.17">
        <source>tujuh belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.18">
        <source>delapan belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.19">
        <source>sembilan belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.20">
        <source>dua puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.30">
        <source>tiga puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.40">
        <source>empat puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.50">
        <source>lima puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.60">
        <source>enam puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.70">
        <source>tujuh puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.80">
        <source>delapan puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.90">
        <source>sembilan puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.100">
        <source>seratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.200">
        <source>dua ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.300">
        <source>tiga ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.400">
        <source>empat ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.500">
        <source>lima ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.600">
        <source>enam ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.700">
        <source>tujuh ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.800">
        <source>delapan ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.900">
        <source>sembilan ratus</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.tens">
        <source>{tens} {ones}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.number.hundreds">
        <source>{hundreds} {rest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.0">
        <source>nol</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.1">
        <source>satu</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.2">
        <source>dua</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.3">
        <source>tiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.4">
        <source>empat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.5">
        <source>lima</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.6">
        <source>enam</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.7">
        <source>tujuh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.8">
        <source>delapan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.9">
        <source>sembilan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.10">
        <source>sepuluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.11">
        <source>sebelas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.12">
        <source>dua belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.13">
        <source>tiga belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.14">
        <source>empat belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.15">
        <source>lima belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.16">
        <source>enam belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.17">
        <source>tujuh belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.18">
        <source>delapan belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.19">
        <source>sembilan belas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.20">
        <source>dua puluh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.21">
        <source>dua puluh satu</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.22">
        <source>dua puluh dua</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.hour.23">
        <source>dua puluh tiga</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.time">
        <source>{hour} lewat {minute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.time.early">
        <source>{hour} lewat {minute}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="speech.time.whole">
        <source>{hour}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="lang.title">
        <source>Pilih bahasa</source>
        <translation type="unfinished">Pilih basa</translation>
    </message>
    <message id="audio.on">
        <source>Suara menyala</source>
        <translation type="unfinished">Swanten gesang</translation>
    </message>
    <message id="audio.off">
        <source>Suara mati</source>
        <translation type="unfinished">Swanten pejah</translation>
    </message>
    <message id="search.clear">
        <source>Hapus</source>
        <translation type="unfinished">Busak</translation>
    </message>
    <message id="kb.delete">
        <source>Hapus huruf</source>
        <translation type="unfinished">Busak aksara</translation>
    </message>
    <message id="issue.title">
        <source>Sebentar…</source>
        <translation type="unfinished">Sekedhap…</translation>
    </message>
    <message id="qr.text">
        <source>Buka kamera HP, arahkan ke kode QR.</source>
        <translation type="unfinished">Bikak kamera HP, arahaken dhateng kode QR.</translation>
    </message>
    <message id="tkt.void">
        <source>TIKET BATAL</source>
        <translation type="unfinished">TIKET BATAL</translation>
    </message>
    <message id="tkt.void.keep">
        <source>Nomor Anda tetap berlaku.</source>
        <translation type="unfinished">Nomeripun tetep sah.</translation>
    </message>
    <message id="rcp.head">
        <source>Tanda terima berkas</source>
        <translation type="unfinished">Tandha tampi berkas</translation>
    </message>
    <message id="rcp.number">
        <source>Nomor</source>
        <translation type="unfinished">Nomer</translation>
    </message>
    <message id="rcp.queue">
        <source>Nomor antrean</source>
        <translation type="unfinished">Nomer antrean</translation>
    </message>
    <message id="rcp.received">
        <source>Diterima</source>
        <translation type="unfinished">Dipuntampi</translation>
    </message>
    <message id="rcp.documents">
        <source>Berkas yang diterima:</source>
        <translation type="unfinished">Berkas ingkang dipuntampi:</translation>
    </message>
    <message id="rcp.promised">
        <source>Dijanjikan selesai</source>
        <translation type="unfinished">Dipunjanji rampung</translation>
    </message>
    <message id="rcp.bring">
        <source>Bawa tanda terima ini saat mengambil.</source>
        <translation type="unfinished">Bekta tandha tampi menika nalika mundhut.</translation>
    </message>
    <message id="rcp.late">
        <source>Belum selesai? Temui petugas.</source>
        <translation type="unfinished">Dereng rampung? Panggihi petugas.</translation>
    </message>
    <message id="rcp.qr">
        <source>Lihat status berkas: pindai kode ini.</source>
        <translation type="unfinished">Mirsani status berkas: pindai kode menika.</translation>
    </message>
    <message id="rcp.ready.t">
        <source>Tanda terima berkas Anda sudah ada</source>
        <translation type="unfinished">Tandha tampi berkas panjenengan sampun wonten</translation>
    </message>
    <message id="rcp.ready.x">
        <source>Dijanjikan selesai {date}.</source>
        <translation type="unfinished">Dipunjanji rampung {date}.</translation>
    </message>
    <message id="rcp.print">
        <source>Cetak tanda terima</source>
        <translation type="unfinished">Cithak tandha tampi</translation>
    </message>
    <message id="rcp.again">
        <source>Cetak salinan</source>
        <translation type="unfinished">Cithak salinan</translation>
    </message>
    <message id="rcp.busy.t">
        <source>Tanda terima dicetak</source>
        <translation type="unfinished">Tandha tampi dipuncithak</translation>
    </message>
    <message id="rcp.doubt.t">
        <source>Tanda terima sedang diperiksa</source>
        <translation type="unfinished">Tandha tampi saweg dipunpriksa</translation>
    </message>
    <message id="rcp.fail.t">
        <source>Tanda terima belum bisa dicetak</source>
        <translation type="unfinished">Tandha tampi dereng saged dipuncithak</translation>
    </message>
    <message id="rcp.fail.x">
        <source>Berkas Anda tetap tercatat. Coba lagi nanti, atau panggil petugas.</source>
        <translation type="unfinished">Berkas panjenengan tetep kacathet. Cobi malih mangke, utawi timbali petugas.</translation>
    </message>
    <message id="need.print">
        <source>Cetak di kertas</source>
        <translation type="unfinished">Cithak kertas</translation>
    </message>
    <message id="need.busy">
        <source>Sedang dicetak</source>
        <translation type="unfinished">Saweg dipuncithak</translation>
    </message>
    <message id="need.out">
        <source>Ambil kertasnya</source>
        <translation type="unfinished">Mangga dipunpundhut</translation>
    </message>
    <message id="need.fail">
        <source>Belum bisa dicetak</source>
        <translation type="unfinished">Dereng saged</translation>
    </message>
    <message id="need.head">
        <source>Syarat layanan</source>
        <translation type="unfinished">Sarat layanan</translation>
    </message>
    <message id="need.duration">
        <source>Lama di loket</source>
        <translation type="unfinished">Dangunipun ing loket</translation>
    </message>
    <message id="need.finished">
        <source>Selesai</source>
        <translation type="unfinished">Rampung</translation>
    </message>
    <message id="need.fee">
        <source>Biaya</source>
        <translation type="unfinished">Ragad</translation>
    </message>
    <message id="need.hours">
        <source>Jam layanan:</source>
        <translation type="unfinished">Jam layanan:</translation>
    </message>
    <message id="need.days">
        <source>{first}–{last}</source>
        <translation type="unfinished">{first}–{last}</translation>
    </message>
    <message id="need.windows">
        <source>{opens}–{closes}</source>
        <translation type="unfinished">{opens}–{closes}</translation>
    </message>
    <message id="need.noqueue">
        <source>Daftar ini bukan nomor antrean.</source>
        <translation type="unfinished">Dhaptar menika sanes nomer antrean.</translation>
    </message>
    <message id="need.qr">
        <source>Simpan di HP: pindai kode ini.</source>
        <translation type="unfinished">Simpen ing HP: pindai kode menika.</translation>
    </message>
    <message id="slip.head">
        <source>Bagaimana layanan kami?</source>
        <translation type="unfinished">Kados pundi layanan kula?</translation>
    </message>
    <message id="slip.qr">
        <source>Pindai kode ini, atau tunjukkan di anjungan.</source>
        <translation type="unfinished">Pindai kode menika, utawi tedahaken ing anjungan.</translation>
    </message>
    <message id="slip.until">
        <source>Berlaku sampai</source>
        <translation type="unfinished">Sah ngantos</translation>
    </message>
    <message id="slip.nameless">
        <source>Tanpa nama, kurang dari satu menit.</source>
        <translation type="unfinished">Tanpa asma, kirang saking samenit.</translation>
    </message>
    <message id="slip.thanks">
        <source>Terima kasih.</source>
        <translation type="unfinished">Matur nuwun.</translation>
    </message>
    <message id="tech.roll.open">
        <source>Buka tutup printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.load">
        <source>Keluarkan sisa gulungan, pasang gulungan baru, ujung kertas ke luar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.close">
        <source>Tutup printer sampai berbunyi klik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.missing">
        <source>Kertas belum terbaca. Buka lagi dan periksa arah gulungan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.test">
        <source>Mencetak lembar uji…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.strip">
        <source>Gulungan baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.done">
        <source>Selesai. Lembar uji keluar dan hitungan kertas mulai dari nol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.failed">
        <source>Lembar uji tidak keluar. Lihat keadaan printer di bawah ini.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.late">
        <source>Sudah sepuluh menit. Mulai lagi bila siap.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.paper-low">
        <source>Kertas hampir habis: siapkan gulungan baru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.paper-out">
        <source>Kertas habis: ganti gulungan (--new-roll).</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.cover-open">
        <source>Tutup terbuka: tutup sampai berbunyi klik.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.jam">
        <source>Pisau macet: matikan printer, buka tutup, keluarkan kertas, putar roda pisau ke tempatnya, nyalakan lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.hot">
        <source>Kepala cetak panas: tunggu, jangan dimatikan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.broken">
        <source>Matikan printer, tunggu sepuluh detik, nyalakan lagi. Bila tetap begini, ganti printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.silent">
        <source>Printer tidak menjawab: periksa kabel, listrik dan alamat (IP, perangkat, kecepatan).</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.fix.unknown">
        <source>Printer berhenti tanpa sebab yang terbaca: lihat lampunya, tekan tombol FEED.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.head">
        <source>Lembar uji printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.printed">
        <source>Dicetak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.ruler">
        <source>Penggaris (mm): garis di kedua ujung harus tercetak.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.greys">
        <source>Delapan abu-abu: semuanya harus tampak berbeda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.density">
        <source>Kepadatan: balok hitam rata, garis 1–4 titik terpisah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.qr">
        <source>QR 3, 4, 5, 6 titik: catat yang terkecil yang terbaca HP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.code">
        <source>QR tiket terpanjang: harus terbaca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.letters">
        <source>Huruf terkecil 3 mm: aáéí 0123456789 KAMXURHFWL</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.profile">
        <source>Profil</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.link">
        <source>Sambungan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.width">
        <source>Lebar kepala</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.dots">
        <source>{n} titik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.level">
        <source>Bukti cetak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.model">
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.serial">
        <source>Nomor seri</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.firmware">
        <source>Firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.cuts">
        <source>Jumlah potong</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.paper">
        <source>Kertas terpakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.test.metres">
        <source>{n} m</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.title">
        <source>Dok demo Anjungan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.camera">
        <source>Di depan kamera</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.ikd">
        <source>QR IKD</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.ikd.old">
        <source>QR IKD lama</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.ticket">
        <source>QR tiket terakhir</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.booking">
        <source>QR pendaftaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.foreign">
        <source>QR lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.hide">
        <source>Turunkan HP</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.printer">
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.paper.out">
        <source>Keluarkan kertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.paper.in">
        <source>Pasang kertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.cover.open">
        <source>Buka tutup</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.cover.close">
        <source>Tutup kembali</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.network">
        <source>Jaringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.network.cut">
        <source>Putuskan jaringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.network.mend">
        <source>Sambungkan jaringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.paper.tray">
        <source>Kertas terakhir</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.take">
        <source>Ambil kertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="dock.ticket.none">
        <source>Belum ada tiket dicetak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="help.offline">
        <source>Jaringan terputus. Temui petugas di meja informasi.</source>
        <translation type="unfinished">Jaringan pedhot. Panggihi petugas ing méja informasi.</translation>
    </message>
    <message id="speech.choices">
        <source>{n} pilihan</source>
        <translation type="unfinished">{n} pilihan</translation>
    </message>
    <message id="speech.choices.one">
        <source>Satu pilihan</source>
        <translation type="unfinished">Satunggal pilihan</translation>
    </message>
    <message id="speech.chosen">
        <source>terpilih</source>
        <translation type="unfinished">kapilih</translation>
    </message>
    <message id="speech.unavailable">
        <source>tidak tersedia</source>
        <translation type="unfinished">boten wonten</translation>
    </message>
    <message id="speech.on">
        <source>menyala</source>
        <translation type="unfinished">gesang</translation>
    </message>
    <message id="speech.off">
        <source>mati</source>
        <translation type="unfinished">pejah</translation>
    </message>
    <message id="speech.role.switch">
        <source>sakelar</source>
        <translation type="unfinished">saklar</translation>
    </message>
    <message id="speech.role.field">
        <source>kolom isian</source>
        <translation type="unfinished">kolom isian</translation>
    </message>
    <message id="speech.role.tab">
        <source>tab</source>
        <translation type="unfinished">tab</translation>
    </message>
    <message id="speech.section.bar">
        <source>Pengaturan</source>
        <translation type="unfinished">Pangaturan</translation>
    </message>
    <message id="speech.section.keys">
        <source>Papan ketik</source>
        <translation type="unfinished">Papan ketik</translation>
    </message>
    <message id="speech.empty">
        <source>kosong</source>
        <translation type="unfinished">kothong</translation>
    </message>
    <message id="speech.deleted">
        <source>{sign} dihapus</source>
        <translation type="unfinished">{sign} dipunbusak</translation>
    </message>
    <message id="speech.cleared">
        <source>Semua dihapus</source>
        <translation type="unfinished">Sedaya dipunbusak</translation>
    </message>
    <message id="speech.ready">
        <source>Nomor Anda sudah siap</source>
        <translation type="unfinished">Nomer Panjenengan sampun cumepak</translation>
    </message>
    <message id="speech.read">
        <source>QR terbaca</source>
        <translation type="unfinished">QR sampun kawaca</translation>
    </message>
    <message id="speech.have">
        <source>Anda sudah punya nomor untuk layanan ini.</source>
        <translation type="unfinished">Panjenengan sampun gadhah nomer kanggé layanan punika.</translation>
    </message>
    <message id="speech.wait">
        <source>Tunggu dipanggil di {place}.</source>
        <translation type="unfinished">Ngentosi dipuntimbali ing {place}.</translation>
    </message>
    <message id="speech.masked">
        <source>disamarkan</source>
        <translation type="unfinished">dipunsamaraken</translation>
    </message>
    <message id="speech.range">
        <source>{first} sampai {last}</source>
        <translation type="unfinished">{first} dumugi {last}</translation>
    </message>
    <message id="speech.about">
        <source>kira-kira</source>
        <translation type="unfinished">kinten-kinten</translation>
    </message>
    <message id="speech.rupiah">
        <source>{amount} rupiah</source>
        <translation type="unfinished">{amount} rupiah</translation>
    </message>
    <message id="speech.volume">
        <source>Kuat suara {n}</source>
        <translation type="unfinished">Volume swanten {n}</translation>
    </message>
    <message id="speech.speed">
        <source>Kecepatan bicara {n}</source>
        <translation type="unfinished">Rikating wicanten {n}</translation>
    </message>
    <message id="speech.sign.dash">
        <source>strip</source>
        <translation type="unfinished">strip</translation>
    </message>
    <message id="speech.sign.slash">
        <source>garis miring</source>
        <translation type="unfinished">garis miring</translation>
    </message>
    <message id="speech.sign.dot">
        <source>titik</source>
        <translation type="unfinished">titik</translation>
    </message>
    <message id="speech.sign.comma">
        <source>koma</source>
        <translation type="unfinished">koma</translation>
    </message>
    <message id="speech.sign.open">
        <source>kurung buka</source>
        <translation type="unfinished">kurung bikak</translation>
    </message>
    <message id="speech.sign.close">
        <source>kurung tutup</source>
        <translation type="unfinished">kurung tutup</translation>
    </message>
    <message id="speech.sign.and">
        <source>dan</source>
        <translation type="unfinished">lan</translation>
    </message>
    <message id="speech.sign.plus">
        <source>tambah</source>
        <translation type="unfinished">tambah</translation>
    </message>
    <message id="speech.sign.apostrophe">
        <source>petik tunggal</source>
        <translation type="unfinished">petik tunggal</translation>
    </message>
    <message id="speech.sign.colon">
        <source>titik dua</source>
        <translation type="unfinished">titik kalih</translation>
    </message>
    <message id="speech.sign.semicolon">
        <source>titik koma</source>
        <translation type="unfinished">titik koma</translation>
    </message>
    <message id="speech.sign.question">
        <source>tanda tanya</source>
        <translation type="unfinished">tandha pitakèn</translation>
    </message>
    <message id="speech.sign.exclamation">
        <source>tanda seru</source>
        <translation type="unfinished">tandha sora</translation>
    </message>
    <message id="speech.sign.at">
        <source>keong</source>
        <translation type="unfinished">keong</translation>
    </message>
    <message id="speech.sign.quote">
        <source>petik ganda</source>
        <translation type="unfinished">petik kalih</translation>
    </message>
    <message id="speech.sign.underscore">
        <source>garis bawah</source>
        <translation type="unfinished">garis ngandhap</translation>
    </message>
    <message id="stat.here">
        <source>Anjungan {kiosk} · dari catatan sendiri</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.busy">
        <source>Menghitung…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.failed">
        <source>Catatan anjungan ini tidak bisa dibaca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.printed">
        <source>Tercetak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.printed.sub">
        <source>struk yang keluar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.booked">
        <source>Pendaftaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.booked.sub">
        <source>dari semua nomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.change.day">
        <source>{n}% dari {weekday} lalu</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.change.week">
        <source>{n}% dari 7 hari sebelumnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.change.month">
        <source>{n}% dari 30 hari sebelumnya</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.change.none">
        <source>belum ada pembanding</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.skm.sub">
        <source>mutu {grade} · {n} jawaban</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.skm.none">
        <source>{n} jawaban</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.heat">
        <source>Hari dan jam</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.heat.sub">
        <source>makin gelap, makin banyak nomor; sentuh untuk angkanya</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.months">
        <source>Per bulan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.months.sub">
        <source>nomor dan nilai SKM; catatan disimpan 90 hari</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.hours.sub">
        <source>nomor yang diambil</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.way.assigned">
        <source>Dari server</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.way.own">
        <source>Tanpa server</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.way.booked">
        <source>Pendaftaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.persyaratan">
        <source>Syarat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.prosedur">
        <source>Prosedur</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.waktu">
        <source>Waktu</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.biaya">
        <source>Biaya</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.produk">
        <source>Hasil</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.kompetensi">
        <source>Kemampuan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.perilaku">
        <source>Sikap</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.pengaduan">
        <source>Pengaduan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.el.sarana">
        <source>Sarana</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.unseen">
        <source>Printer ini tidak memberi tahu. Ganti gulungan, tutup printer, lalu tekan Cetak uji.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.roll.again">
        <source>Lembar uji tidak keluar. Periksa kertas dan tutupnya, lalu tekan Cetak uji.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.touch.lead">
        <source>Sentuh tengah kotak biru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.touch.told">
        <source>{word}: meleset paling jauh {most} mm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.touch.dead">
        <source>Tidak bisa disentuh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.touch.again">
        <source>Ulangi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.camera">
        <source>Letak kamera</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.at.below">
        <source>Di bawah layar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.at.above">
        <source>Di atas layar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.at.right">
        <source>Di kanan layar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.tall">
        <source>Layar tegak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.wide">
        <source>Layar mendatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.beyond">
        <source>Seluruh layar ada di bawah 1.200 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.less">
        <source>Kurangi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.more">
        <source>Tambah</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.keep">
        <source>Simpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.kept">
        <source>Tersimpan dan sudah berlaku.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.l.lost">
        <source>Berkas setelan tidak bisa ditulis. Belum ada yang berubah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.busy">
        <source>Membaca catatan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.empty">
        <source>Belum ada catatan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.unread">
        <source>Catatan tidak bisa dibaca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.export">
        <source>Simpan ke USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.done">
        <source>Tersimpan di USB. Tunggu lampunya padam, lalu cabut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.full">
        <source>USB penuh. Hapus isinya atau pakai yang lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.read-only">
        <source>USB tidak bisa ditulis. Pakai yang lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.ask.restart.t">
        <source>Mulai ulang anjungan ini?</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.ask.restart.x">
        <source>Layar mati sebentar. Nomor yang sudah diambil tetap tersimpan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.none">
        <source>Tidak ada USB. Pasang, tunggu sebentar, lalu coba lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.failed">
        <source>USB rusak atau dicabut. Coba yang lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.aid.sharp">
        <source>Ketajaman {n} dari 100: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.aid.light">
        <source>Cahaya {n} dari 100: {word}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.aid.near">
        <source>Jarak: tahan kode di tengah.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.aid.closer">
        <source>Jarak: dekatkan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.aid.back">
        <source>Jarak: jauhkan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.cell">
        <source>{day} {hour}.00–{hour}.59: {n} nomor</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.trend">
        <source>Nilai SKM per bulan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.trend.sub">
        <source>titik = nilai, pita = mutu</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.trend.none">
        <source>Belum ada bulan yang semua unsurnya dijawab.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.trend.point">
        <source>{month}: {value}, mutu {grade}</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.grade.A">
        <source>A · Sangat baik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.grade.B">
        <source>B · Baik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.grade.C">
        <source>C · Kurang baik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.grade.D">
        <source>D · Tidak baik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="stat.export">
        <source>Simpan CSV ke USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.log.saving">
        <source>Menyimpan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.skip">
        <source>Lewati</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.later">
        <source>Dilewati</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.language">
        <source>Pilih bahasa</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.panel">
        <source>Layar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.camera">
        <source>Pilih kamera</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.scanner">
        <source>Pilih pemindai genggam</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.printer">
        <source>Pilih printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.make">
        <source>Merek printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.width">
        <source>Lebar kertas</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.looking">
        <source>Mencari perangkat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.none.camera">
        <source>Kamera tidak ditemukan. Pasang kabelnya, lalu tekan Cari lagi. Tanpa kamera, tekan Lewati.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.none.scanner">
        <source>Pemindai genggam tidak ditemukan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.none.printer">
        <source>Printer USB atau serial tidak ditemukan. Pasang kabelnya dan nyalakan, lalu tekan Cari lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.printer.net">
        <source>Printer di jaringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.make.any">
        <source>Printer ESC/POS lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.width.576">
        <source>80 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.width.384">
        <source>58 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.kind.usb">
        <source>USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.kind.serial">
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.kind.keyboard">
        <source>Sebagai papan ketik</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.kind.hid-pos">
        <source>HID-POS</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.kiosk">
        <source>Nama anjungan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.kiosk.label">
        <source>Nama pendek, misalnya A-01. Tercetak di setiap tiket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.kiosk.wrong">
        <source>Nama tidak boleh kosong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.tenant">
        <source>Nama pengelola</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.tenant.label">
        <source>Misalnya Kabupaten Cirebon. Tampil di layar dan tiket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.tenant.wrong">
        <source>Nama tidak boleh kosong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.code">
        <source>Ketik kode pendaftaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.code.label">
        <source>Teks di bawah kode QR, mulai dari ANJUNGAN1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.code.wrong">
        <source>Bukan kode pendaftaran. Periksa setiap hurufnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.address">
        <source>Alamat printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.address.label">
        <source>Alamat angka, misalnya 192.168.1.50. Port biasa: 9100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.address.wrong">
        <source>Bukan alamat angka. Contoh: 192.168.1.50 atau 192.168.1.50:9100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.copy">
        <source>Salin dari anjungan lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy">
        <source>Salin anjungan lain</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy.first">
        <source>Di anjungan yang sudah jadi, jalankan: kiosk clone show</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy.second">
        <source>Tunjukkan kode QR-nya. Nama, kunci, dan PIN tidak ikut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy.blind">
        <source>Kamera belum menyala. Tekan Kembali untuk mengatur sendiri.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy.code.t">
        <source>Bukan kode salinan yang dapat dipakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy.code.x">
        <source>Tunjukkan kode dari kiosk clone show, atau tekan Kembali.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy.stick.t">
        <source>Salinan di stik USB tidak dapat dipakai</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.copy.stick.x">
        <source>Perlu satu berkas .anjungan di stik dan kata sandinya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.passphrase">
        <source>Kata sandi salinan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.passphrase.label">
        <source>Kata sandi dari kiosk clone save. Stik USB tetap terpasang.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.passphrase.wrong">
        <source>Kata sandi itu paling sedikit 10 tanda.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.stick">
        <source>Dari stik USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.look">
        <source>Cari lagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.anew">
        <source>Daftar ulang</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.type">
        <source>Ketik kode</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.probe">
        <source>Periksa lagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.print">
        <source>Cetak uji</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.play">
        <source>Putar lagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.heard">
        <source>Terdengar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.unheard">
        <source>Tidak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.do.examine">
        <source>Periksa lagi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.net.looking">
        <source>Memeriksa jaringan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.net.good">
        <source>Mesin ini punya alamat di jaringan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.net.none">
        <source>Belum ada alamat. Pasang kabel jaringan atau atur jaringan di sistem. Halaman ini memeriksa terus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.net.bare">
        <source>Tersambung, belum ada alamat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol">
        <source>Daftarkan anjungan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrolled">
        <source>Anjungan terdaftar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.central">
        <source>Server pusat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.first">
        <source>Di server pusat, jalankan: central enrol</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.second">
        <source>Tunjukkan kode QR yang tercetak di sana.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.blind">
        <source>Kamera dan pemindai tidak menyala. Tekan Ketik kode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.asking">
        <source>Menghubungi server pusat…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.compare">
        <source>Bandingkan enam angka ini dengan yang ada di server pusat, lalu sahkan di sana: central enrol confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.no-code.t">
        <source>Bukan kode pendaftaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.no-code.x">
        <source>Tunjukkan kode QR dari perintah central enrol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.silent.t">
        <source>Server pusat tidak menjawab</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.silent.x">
        <source>Periksa jaringan dan server pusat, lalu tunjukkan kodenya lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.used.t">
        <source>Kode sudah terpakai atau kedaluwarsa</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.used.x">
        <source>Buat kode baru di server pusat, lalu tunjukkan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.refused.t">
        <source>Ditolak di server pusat</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.refused.x">
        <source>Angkanya tidak sama, atau tidak disahkan. Buat kode baru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.revoked.t">
        <source>Anjungan ini sudah dicabut</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.revoked.x">
        <source>Hapus berkas device.key di folder data, lalu tunjukkan kode baru.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.undecided.t">
        <source>Belum ada yang mengesahkan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.undecided.x">
        <source>Buat kode baru, dan sahkan keenam angkanya di server pusat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.unbelieved.t">
        <source>Tanda tangan anjungan ditolak</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.unbelieved.x">
        <source>Cocokkan jam mesin ini dengan server pusat, lalu coba lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.disk.t">
        <source>Pendaftaran tidak dapat disimpan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.enrol.disk.x">
        <source>Periksa ruang dan hak tulis folder data, lalu coba lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.probing">
        <source>Bertanya kepada printer. Paling lama setengah menit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.answers">
        <source>Jawaban printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.unprinted">
        <source>Tekan Cetak uji, lalu lihat lembarnya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.printed.ok">
        <source>Printer membuktikan lembarnya keluar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.printed.warn">
        <source>Terkirim. Lihat apakah lembarnya keluar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.printed.bad">
        <source>Lembar tidak keluar. Periksa kertas, tutup, dan kabel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.sound">
        <source>Anjungan membunyikan satu nada.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.pin">
        <source>PIN teknisi baru</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.pin.again">
        <source>Ulangi PIN-nya</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.pin.about">
        <source>{n} angka. Dengan PIN ini panel teknisi dibuka.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.pin.differs">
        <source>Keduanya tidak sama. Mulai lagi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.pin.weak">
        <source>PIN ini mudah ditebak. Pilih yang lain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.pin.set">
        <source>PIN sudah ada. Ketik yang baru untuk menggantinya.</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.panel">
        <source>Layar</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.name">
        <source>Nama</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.camera">
        <source>Pembaca kode</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.network">
        <source>Jaringan</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.enrol">
        <source>Pendaftaran</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.printer">
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.sound">
        <source>Suara</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.touch">
        <source>Layar sentuh</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.step.pin">
        <source>PIN teknisi</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.examining">
        <source>Memeriksa semuanya…</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.faults">
        <source>{n} perlu diperbaiki</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.ready">
        <source>Siap melayani</source>
        <translation type="unfinished"></translation>
    </message>
    <message id="tech.setup.begin">
        <source>Mulai</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
