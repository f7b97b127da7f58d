<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="id_ID" sourcelanguage="id_ID">
<context>
    <name>anjungan</name>
    <message id="app.place">
        <source>Mal Pelayanan Publik</source>
        <translation>Mal Pelayanan Publik</translation>
    </message>
    <message id="common.back">
        <source>Kembali</source>
        <translation>Kembali</translation>
    </message>
    <message id="common.next">
        <source>Lanjut</source>
        <translation>Lanjut</translation>
    </message>
    <message id="common.done">
        <source>Selesai</source>
        <translation>Selesai</translation>
    </message>
    <message id="common.exit">
        <source>Keluar</source>
        <translation>Keluar</translation>
    </message>
    <message id="common.cancel">
        <source>Batal</source>
        <translation>Batal</translation>
    </message>
    <message id="common.close">
        <source>Tutup</source>
        <translation>Tutup</translation>
    </message>
    <message id="common.yes">
        <source>Ya</source>
        <translation>Ya</translation>
    </message>
    <message id="common.no">
        <source>Tidak</source>
        <translation>Tidak</translation>
    </message>
    <message id="common.retry">
        <source>Coba lagi</source>
        <translation>Coba lagi</translation>
    </message>
    <message id="common.step">
        <source>Langkah {n} dari {total}</source>
        <translation>Langkah {n} dari {total}</translation>
    </message>
    <message id="common.floor">
        <source>Lantai {n}</source>
        <translation>Lantai {n}</translation>
    </message>
    <message id="common.counter">
        <source>Loket {n}</source>
        <translation>Loket {n}</translation>
    </message>
    <message id="common.people">
        <source>{n} orang</source>
        <translation>{n} orang</translation>
    </message>
    <message id="common.minutes">
        <source>± {n} menit</source>
        <translation>± {n} menit</translation>
    </message>
    <message id="common.free">
        <source>Gratis</source>
        <translation>Gratis</translation>
    </message>
    <message id="common.queue.n">
        <source>{n} antre</source>
        <translation>{n} antre</translation>
    </message>
    <message id="common.queue.none">
        <source>Tanpa antre</source>
        <translation>Tanpa antre</translation>
    </message>
    <message id="common.queue.closed">
        <source>Tutup</source>
        <translation>Tutup</translation>
    </message>
    <message id="common.queue.full">
        <source>Kuota habis</source>
        <translation>Kuota habis</translation>
    </message>
    <message id="common.queue.opens">
        <source>Buka pukul {time}</source>
        <translation>Buka pukul {time}</translation>
    </message>
    <message id="bar.language">
        <source>Bahasa</source>
        <translation>Bahasa</translation>
    </message>
    <message id="bar.text">
        <source>Huruf</source>
        <translation>Huruf</translation>
    </message>
    <message id="bar.contrast">
        <source>Kontras</source>
        <translation>Kontras</translation>
    </message>
    <message id="bar.audio">
        <source>Suara</source>
        <translation>Suara</translation>
    </message>
    <message id="bar.wheelchair">
        <source>Kursi roda</source>
        <translation>Kursi roda</translation>
    </message>
    <message id="bar.help">
        <source>Bantuan</source>
        <translation>Bantuan</translation>
    </message>
    <message id="idle.title">
        <source>Urus apa hari ini?</source>
        <translation>Urus apa hari ini?</translation>
    </message>
    <message id="idle.open">
        <source>Buka sampai {time}</source>
        <translation>Buka sampai {time}</translation>
    </message>
    <message id="idle.closed">
        <source>Tutup. Buka lagi {day} pukul {time}</source>
        <translation>Tutup. Buka lagi {day} pukul {time}</translation>
    </message>
    <message id="idle.wait">
        <source>Menunggu ± {n} menit</source>
        <translation>Menunggu ± {n} menit</translation>
    </message>
    <message id="idle.take">
        <source>Ambil nomor antrean</source>
        <translation>Ambil nomor antrean</translation>
    </message>
    <message id="idle.take.sub">
        <source>{services} layanan dari {agencies} instansi</source>
        <translation>{services} layanan dari {agencies} instansi</translation>
    </message>
    <message id="idle.booking">
        <source>Sudah daftar online</source>
        <translation>Sudah daftar online</translation>
    </message>
    <message id="idle.rate">
        <source>Beri nilai layanan</source>
        <translation>Beri nilai layanan</translation>
    </message>
    <message id="idle.hint.title">
        <source>Punya QR IKD atau QR antrean?</source>
        <translation>Punya QR IKD atau QR antrean?</translation>
    </message>
    <message id="idle.hint.text">
        <source>Langsung tunjukkan ke pemindai.</source>
        <translation>Langsung tunjukkan ke pemindai.</translation>
    </message>
    <message id="lang.name">
        <source>Indonesia</source>
        <translation>Indonesia</translation>
    </message>
    <message id="scan.title">
        <source>Tunjukkan QR IKD Anda</source>
        <translation>Tunjukkan QR IKD Anda</translation>
    </message>
    <message id="scan.s1">
        <source>Buka aplikasi IKD, masukkan PIN.</source>
        <translation>Buka aplikasi IKD, masukkan PIN.</translation>
    </message>
    <message id="scan.s2">
        <source>Tampilkan kode QR di HP.</source>
        <translation>Tampilkan kode QR di HP.</translation>
    </message>
    <message id="scan.s3.below">
        <source>Dekatkan HP ke kamera di bawah layar.</source>
        <translation>Dekatkan HP ke kamera di bawah layar.</translation>
    </message>
    <message id="scan.s3.above">
        <source>Dekatkan HP ke kamera di atas layar.</source>
        <translation>Dekatkan HP ke kamera di atas layar.</translation>
    </message>
    <message id="scan.s3.right">
        <source>Dekatkan HP ke kamera di sebelah kanan.</source>
        <translation>Dekatkan HP ke kamera di sebelah kanan.</translation>
    </message>
    <message id="scan.s3.scanner.below">
        <source>Dekatkan HP ke pemindai di bawah layar.</source>
        <translation>Dekatkan HP ke pemindai di bawah layar.</translation>
    </message>
    <message id="scan.s3.scanner.above">
        <source>Dekatkan HP ke pemindai di atas layar.</source>
        <translation>Dekatkan HP ke pemindai di atas layar.</translation>
    </message>
    <message id="scan.s3.scanner.right">
        <source>Dekatkan HP ke pemindai di sebelah kanan.</source>
        <translation>Dekatkan HP ke pemindai di sebelah kanan.</translation>
    </message>
    <message id="scan.looking">
        <source>Mencari QR…</source>
        <translation>Mencari QR…</translation>
    </message>
    <message id="scan.hint.closer">
        <source>Dekatkan sedikit.</source>
        <translation>Dekatkan sedikit.</translation>
    </message>
    <message id="scan.hint.back">
        <source>Jauhkan sedikit.</source>
        <translation>Jauhkan sedikit.</translation>
    </message>
    <message id="scan.hint.bright">
        <source>Terangkan layar HP.</source>
        <translation>Terangkan layar HP.</translation>
    </message>
    <message id="scan.hint.still">
        <source>Tahan HP sebentar.</source>
        <translation>Tahan HP sebentar.</translation>
    </message>
    <message id="scan.reading">
        <source>QR terbaca. Sebentar…</source>
        <translation>QR terbaca. Sebentar…</translation>
    </message>
    <message id="scan.ok">
        <source>Halo, {name}</source>
        <translation>Halo, {name}</translation>
    </message>
    <message id="scan.privacy">
        <source>Gambar kamera tidak disimpan.</source>
        <translation>Gambar kamera tidak disimpan.</translation>
    </message>
    <message id="scan.without">
        <source>Lanjut tanpa IKD</source>
        <translation>Lanjut tanpa IKD</translation>
    </message>
    <message id="scan.without.note">
        <source>Bawa KTP-el asli ke loket.</source>
        <translation>Bawa KTP-el asli ke loket.</translation>
    </message>
    <message id="cat.title.name">
        <source>Pilih layanan, {name}</source>
        <translation>Pilih layanan, {name}</translation>
    </message>
    <message id="cat.title">
        <source>Pilih layanan</source>
        <translation>Pilih layanan</translation>
    </message>
    <message id="cat.popular">
        <source>Sering dipilih</source>
        <translation>Sering dipilih</translation>
    </message>
    <message id="cat.life">
        <source>Peristiwa hidup</source>
        <translation>Peristiwa hidup</translation>
    </message>
    <message id="cat.tab.life">
        <source>Peristiwa</source>
        <translation>Peristiwa</translation>
    </message>
    <message id="cat.tab.agency">
        <source>Instansi</source>
        <translation>Instansi</translation>
    </message>
    <message id="cat.agencies">
        <source>Semua instansi</source>
        <translation>Semua instansi</translation>
    </message>
    <message id="cat.search">
        <source>Cari</source>
        <translation>Cari</translation>
    </message>
    <message id="cat.search.long">
        <source>Cari layanan</source>
        <translation>Cari layanan</translation>
    </message>
    <message id="search.placeholder">
        <source>Ketik nama layanan</source>
        <translation>Ketik nama layanan</translation>
    </message>
    <message id="search.results">
        <source>{n} layanan ditemukan</source>
        <translation>{n} layanan ditemukan</translation>
    </message>
    <message id="search.none">
        <source>Belum ada hasil untuk “{q}”.</source>
        <translation>Belum ada hasil untuk “{q}”.</translation>
    </message>
    <message id="search.none.tip">
        <source>Coba kata lain, misalnya KTP, SIM, izin.</source>
        <translation>Coba kata lain, misalnya KTP, SIM, izin.</translation>
    </message>
    <message id="kb.space">
        <source>spasi</source>
        <translation>spasi</translation>
    </message>
    <message id="kb.num">
        <source>123</source>
        <translation>123</translation>
    </message>
    <message id="kb.abc">
        <source>ABC</source>
        <translation>ABC</translation>
    </message>
    <message id="kb.hide">
        <source>Tutup</source>
        <translation>Tutup</translation>
    </message>
    <message id="agency.title">
        <source>Pilih instansi</source>
        <translation>Pilih instansi</translation>
    </message>
    <message id="agency.services">
        <source>{n} layanan</source>
        <translation>{n} layanan</translation>
    </message>
    <message id="list.page">
        <source>Halaman {n} dari {total}</source>
        <translation>Halaman {n} dari {total}</translation>
    </message>
    <message id="list.up">
        <source>Naik</source>
        <translation>Naik</translation>
    </message>
    <message id="list.down">
        <source>Turun</source>
        <translation>Turun</translation>
    </message>
    <message id="det.waiting">
        <source>Menunggu</source>
        <translation>Menunggu</translation>
    </message>
    <message id="det.eta">
        <source>Dipanggil kira-kira pukul</source>
        <translation>Dipanggil kira-kira pukul</translation>
    </message>
    <message id="det.eta.unknown">
        <source>Waktu belum bisa diperkirakan</source>
        <translation>Waktu belum bisa diperkirakan</translation>
    </message>
    <message id="det.req">
        <source>Yang perlu dibawa</source>
        <translation>Yang perlu dibawa</translation>
    </message>
    <message id="det.req.none">
        <source>Tidak ada syarat khusus.</source>
        <translation>Tidak ada syarat khusus.</translation>
    </message>
    <message id="det.save">
        <source>Simpan ke HP</source>
        <translation>Simpan ke HP</translation>
    </message>
    <message id="det.save.title">
        <source>Pindai untuk menyimpan syarat</source>
        <translation>Pindai untuk menyimpan syarat</translation>
    </message>
    <message id="det.fee">
        <source>Biaya {amount}</source>
        <translation>Biaya {amount}</translation>
    </message>
    <message id="det.duration">
        <source>Selesai {duration}</source>
        <translation>Selesai {duration}</translation>
    </message>
    <message id="det.more">
        <source>Baca lanjutannya</source>
        <translation>Baca lanjutannya</translation>
    </message>
    <message id="det.prio">
        <source>Perlu antrean prioritas?</source>
        <translation>Perlu antrean prioritas?</translation>
    </message>
    <message id="det.prio.who">
        <source>Lansia, disabilitas, hamil, membawa bayi</source>
        <translation>Lansia, disabilitas, hamil, membawa bayi</translation>
    </message>
    <message id="det.prio.on">
        <source>Prioritas dipilih</source>
        <translation>Prioritas dipilih</translation>
    </message>
    <message id="det.take">
        <source>Ambil nomor</source>
        <translation>Ambil nomor</translation>
    </message>
    <message id="det.bookonly">
        <source>Layanan ini hanya lewat daftar online.</source>
        <translation>Layanan ini hanya lewat daftar online.</translation>
    </message>
    <message id="det.noikd">
        <source>Bawa KTP-el asli</source>
        <translation>Bawa KTP-el asli</translation>
    </message>
    <message id="det.have">
        <source>Anda sudah punya nomor {number} untuk layanan ini.</source>
        <translation>Anda sudah punya nomor {number} untuk layanan ini.</translation>
    </message>
    <message id="det.have.show">
        <source>Tampilkan nomor saya</source>
        <translation>Tampilkan nomor saya</translation>
    </message>
    <message id="issue.wait">
        <source>Menyiapkan nomor Anda…</source>
        <translation>Menyiapkan nomor Anda…</translation>
    </message>
    <message id="issue.print">
        <source>Mencetak…</source>
        <translation>Mencetak…</translation>
    </message>
    <message id="done.title">
        <source>Ini nomor Anda</source>
        <translation>Ini nomor Anda</translation>
    </message>
    <message id="done.sub.below">
        <source>Kertas keluar di bawah layar</source>
        <translation>Kertas keluar di bawah layar</translation>
    </message>
    <message id="done.sub.right">
        <source>Kertas keluar di sebelah kanan</source>
        <translation>Kertas keluar di sebelah kanan</translation>
    </message>
    <message id="done.where.below">
        <source>di bawah layar</source>
        <translation>di bawah layar</translation>
    </message>
    <message id="done.where.right">
        <source>di sebelah kanan</source>
        <translation>di sebelah kanan</translation>
    </message>
    <message id="done.printed">
        <source>Tercetak {where}</source>
        <translation>Tercetak {where}</translation>
    </message>
    <message id="done.probably">
        <source>Kemungkinan tercetak {where}</source>
        <translation>Kemungkinan tercetak {where}</translation>
    </message>
    <message id="done.sent">
        <source>Terkirim ke printer {where}</source>
        <translation>Terkirim ke printer {where}</translation>
    </message>
    <message id="done.hot">
        <source>Sebentar, printer mendingin</source>
        <translation>Sebentar, printer mendingin</translation>
    </message>
    <message id="done.checking">
        <source>Sedang memeriksa tiket Anda</source>
        <translation>Sedang memeriksa tiket Anda</translation>
    </message>
    <message id="done.ahead">
        <source>Di depan Anda</source>
        <translation>Di depan Anda</translation>
    </message>
    <message id="done.eta">
        <source>Dipanggil kira-kira</source>
        <translation>Dipanggil kira-kira</translation>
    </message>
    <message id="done.i1">
        <source>Ambil kertas nomor.</source>
        <translation>Ambil kertas nomor.</translation>
    </message>
    <message id="done.take">
        <source>Ambil tiket Anda.</source>
        <translation>Ambil tiket Anda.</translation>
    </message>
    <message id="done.i2">
        <source>Duduk di ruang tunggu {place}.</source>
        <translation>Duduk di ruang tunggu {place}.</translation>
    </message>
    <message id="done.i3">
        <source>Tunggu nomor dipanggil.</source>
        <translation>Tunggu nomor dipanggil.</translation>
    </message>
    <message id="done.save">
        <source>Simpan di HP</source>
        <translation>Simpan di HP</translation>
    </message>
    <message id="done.more">
        <source>Layanan lain</source>
        <translation>Layanan lain</translation>
    </message>
    <message id="done.prio">
        <source>Antrean prioritas</source>
        <translation>Antrean prioritas</translation>
    </message>
    <message id="done.reprint">
        <source>Cetak lagi</source>
        <translation>Cetak lagi</translation>
    </message>
    <message id="paper.title">
        <source>Kertas habis, nomor Anda tetap berlaku.</source>
        <translation>Kertas habis, nomor Anda tetap berlaku.</translation>
    </message>
    <message id="paper.sub">
        <source>Simpan nomor di HP. Tidak perlu antre ulang.</source>
        <translation>Simpan nomor di HP. Tidak perlu antre ulang.</translation>
    </message>
    <message id="paper.cut">
        <source>Sebagian tiket batal. Simpan nomor di HP.</source>
        <translation>Sebagian tiket batal. Simpan nomor di HP.</translation>
    </message>
    <message id="paper.scan">
        <source>Pindai untuk menyimpan</source>
        <translation>Pindai untuk menyimpan</translation>
    </message>
    <message id="paper.i1">
        <source>Buka kamera HP, arahkan ke kode QR.</source>
        <translation>Buka kamera HP, arahkan ke kode QR.</translation>
    </message>
    <message id="paper.i2">
        <source>Atau foto layar ini.</source>
        <translation>Atau foto layar ini.</translation>
    </message>
    <message id="paper.i3">
        <source>Tidak bawa HP? Panggil petugas.</source>
        <translation>Tidak bawa HP? Panggil petugas.</translation>
    </message>
    <message id="paper.saved">
        <source>Sudah disimpan</source>
        <translation>Sudah disimpan</translation>
    </message>
    <message id="paper.staff">
        <source>Panggil petugas</source>
        <translation>Panggil petugas</translation>
    </message>
    <message id="paper.before">
        <source>Kertas sedang habis. Nomor bisa disimpan di HP.</source>
        <translation>Kertas sedang habis. Nomor bisa disimpan di HP.</translation>
    </message>
    <message id="paper.take">
        <source>Ambil kertas Anda dari printer</source>
        <translation>Ambil kertas Anda dari printer</translation>
    </message>
    <message id="jam.title">
        <source>Kertas tersangkut, nomor Anda tetap berlaku.</source>
        <translation>Kertas tersangkut, nomor Anda tetap berlaku.</translation>
    </message>
    <message id="paper.cover.title">
        <source>Printer sedang dibuka petugas, nomor Anda tetap berlaku.</source>
        <translation>Printer sedang dibuka petugas, nomor Anda tetap berlaku.</translation>
    </message>
    <message id="paper.off.title">
        <source>Printer tidak menyala, nomor Anda tetap berlaku.</source>
        <translation>Printer tidak menyala, nomor Anda tetap berlaku.</translation>
    </message>
    <message id="paper.doubt.title">
        <source>Apakah tiket sudah keluar? Nomor Anda tetap berlaku.</source>
        <translation>Apakah tiket sudah keluar? Nomor Anda tetap berlaku.</translation>
    </message>
    <message id="chk.title">
        <source>Tunjukkan QR pendaftaran</source>
        <translation>Tunjukkan QR pendaftaran</translation>
    </message>
    <message id="chk.sub">
        <source>QR ada di aplikasi MPP Digital, menu Antrean.</source>
        <translation>QR ada di aplikasi MPP Digital, menu Antrean.</translation>
    </message>
    <message id="chk.code">
        <source>Ketik kode daftar</source>
        <translation>Ketik kode daftar</translation>
    </message>
    <message id="chk.code.label">
        <source>Kode daftar, {n} huruf atau angka</source>
        <translation>Kode daftar, {n} huruf atau angka</translation>
    </message>
    <message id="chk.find">
        <source>Cari pendaftaran</source>
        <translation>Cari pendaftaran</translation>
    </message>
    <message id="chk.blind">
        <source>Ketik kode daftar Anda, atau panggil petugas.</source>
        <translation>Ketik kode daftar Anda, atau panggil petugas.</translation>
    </message>
    <message id="chk.retype">
        <source>Ketik ulang</source>
        <translation>Ketik ulang</translation>
    </message>
    <message id="chk.found">
        <source>Pendaftaran Anda</source>
        <translation>Pendaftaran Anda</translation>
    </message>
    <message id="chk.time">
        <source>Jadwal</source>
        <translation>Jadwal</translation>
    </message>
    <message id="chk.confirm">
        <source>Lapor datang</source>
        <translation>Lapor datang</translation>
    </message>
    <message id="chk.early">
        <source>Anda datang lebih awal. Nomor dipanggil mulai pukul {time}.</source>
        <translation>Anda datang lebih awal. Nomor dipanggil mulai pukul {time}.</translation>
    </message>
    <message id="chk.fresh">
        <source>Ambil nomor baru</source>
        <translation>Ambil nomor baru</translation>
    </message>
    <message id="chk.done">
        <source>Anda sudah lapor datang</source>
        <translation>Anda sudah lapor datang</translation>
    </message>
    <message id="skm.title">
        <source>Beri nilai layanan</source>
        <translation>Beri nilai layanan</translation>
    </message>
    <message id="skm.start.scan">
        <source>Pindai QR di kertas nomor Anda</source>
        <translation>Pindai QR di kertas nomor Anda</translation>
    </message>
    <message id="skm.start.pick">
        <source>Pilih instansi</source>
        <translation>Pilih instansi</translation>
    </message>
    <message id="skm.time">
        <source>9 pertanyaan, kira-kira 1 menit</source>
        <translation>9 pertanyaan, kira-kira 1 menit</translation>
    </message>
    <message id="skm.progress">
        <source>Pertanyaan {n} dari {total}</source>
        <translation>Pertanyaan {n} dari {total}</translation>
    </message>
    <message id="skm.anon">
        <source>Jawaban Anda tidak memakai nama.</source>
        <translation>Jawaban Anda tidak memakai nama.</translation>
    </message>
    <message id="skm.skip">
        <source>Lewati pertanyaan</source>
        <translation>Lewati pertanyaan</translation>
    </message>
    <message id="skm.end">
        <source>Selesai</source>
        <translation>Selesai</translation>
    </message>
    <message id="skm.send">
        <source>Kirim</source>
        <translation>Kirim</translation>
    </message>
    <message id="skm.done">
        <source>Tiket ini sudah dinilai</source>
        <translation>Tiket ini sudah dinilai</translation>
    </message>
    <message id="skm.persyaratan">
        <source>Bagaimana kesesuaian syarat dengan jenis layanan?</source>
        <translation>Bagaimana kesesuaian syarat dengan jenis layanan?</translation>
    </message>
    <message id="skm.persyaratan.1">
        <source>Tidak sesuai</source>
        <translation>Tidak sesuai</translation>
    </message>
    <message id="skm.persyaratan.2">
        <source>Kurang sesuai</source>
        <translation>Kurang sesuai</translation>
    </message>
    <message id="skm.persyaratan.3">
        <source>Sesuai</source>
        <translation>Sesuai</translation>
    </message>
    <message id="skm.persyaratan.4">
        <source>Sangat sesuai</source>
        <translation>Sangat sesuai</translation>
    </message>
    <message id="skm.prosedur">
        <source>Bagaimana kemudahan prosedur pelayanan?</source>
        <translation>Bagaimana kemudahan prosedur pelayanan?</translation>
    </message>
    <message id="skm.prosedur.1">
        <source>Tidak mudah</source>
        <translation>Tidak mudah</translation>
    </message>
    <message id="skm.prosedur.2">
        <source>Kurang mudah</source>
        <translation>Kurang mudah</translation>
    </message>
    <message id="skm.prosedur.3">
        <source>Mudah</source>
        <translation>Mudah</translation>
    </message>
    <message id="skm.prosedur.4">
        <source>Sangat mudah</source>
        <translation>Sangat mudah</translation>
    </message>
    <message id="skm.waktu">
        <source>Bagaimana kecepatan waktu pelayanan?</source>
        <translation>Bagaimana kecepatan waktu pelayanan?</translation>
    </message>
    <message id="skm.waktu.1">
        <source>Tidak cepat</source>
        <translation>Tidak cepat</translation>
    </message>
    <message id="skm.waktu.2">
        <source>Kurang cepat</source>
        <translation>Kurang cepat</translation>
    </message>
    <message id="skm.waktu.3">
        <source>Cepat</source>
        <translation>Cepat</translation>
    </message>
    <message id="skm.waktu.4">
        <source>Sangat cepat</source>
        <translation>Sangat cepat</translation>
    </message>
    <message id="skm.biaya">
        <source>Bagaimana kewajaran biaya pelayanan?</source>
        <translation>Bagaimana kewajaran biaya pelayanan?</translation>
    </message>
    <message id="skm.biaya.1">
        <source>Sangat mahal</source>
        <translation>Sangat mahal</translation>
    </message>
    <message id="skm.biaya.2">
        <source>Cukup mahal</source>
        <translation>Cukup mahal</translation>
    </message>
    <message id="skm.biaya.3">
        <source>Murah</source>
        <translation>Murah</translation>
    </message>
    <message id="skm.biaya.4">
        <source>Gratis</source>
        <translation>Gratis</translation>
    </message>
    <message id="skm.produk">
        <source>Apakah hasil layanan sesuai dengan yang dijanjikan?</source>
        <translation>Apakah hasil layanan sesuai dengan yang dijanjikan?</translation>
    </message>
    <message id="skm.produk.1">
        <source>Tidak sesuai</source>
        <translation>Tidak sesuai</translation>
    </message>
    <message id="skm.produk.2">
        <source>Kurang sesuai</source>
        <translation>Kurang sesuai</translation>
    </message>
    <message id="skm.produk.3">
        <source>Sesuai</source>
        <translation>Sesuai</translation>
    </message>
    <message id="skm.produk.4">
        <source>Sangat sesuai</source>
        <translation>Sangat sesuai</translation>
    </message>
    <message id="skm.kompetensi">
        <source>Bagaimana kemampuan petugas?</source>
        <translation>Bagaimana kemampuan petugas?</translation>
    </message>
    <message id="skm.kompetensi.1">
        <source>Tidak mampu</source>
        <translation>Tidak mampu</translation>
    </message>
    <message id="skm.kompetensi.2">
        <source>Kurang mampu</source>
        <translation>Kurang mampu</translation>
    </message>
    <message id="skm.kompetensi.3">
        <source>Mampu</source>
        <translation>Mampu</translation>
    </message>
    <message id="skm.kompetensi.4">
        <source>Sangat mampu</source>
        <translation>Sangat mampu</translation>
    </message>
    <message id="skm.perilaku">
        <source>Bagaimana kesopanan dan keramahan petugas?</source>
        <translation>Bagaimana kesopanan dan keramahan petugas?</translation>
    </message>
    <message id="skm.perilaku.1">
        <source>Tidak sopan</source>
        <translation>Tidak sopan</translation>
    </message>
    <message id="skm.perilaku.2">
        <source>Kurang sopan</source>
        <translation>Kurang sopan</translation>
    </message>
    <message id="skm.perilaku.3">
        <source>Sopan</source>
        <translation>Sopan</translation>
    </message>
    <message id="skm.perilaku.4">
        <source>Sangat sopan</source>
        <translation>Sangat sopan</translation>
    </message>
    <message id="skm.pengaduan">
        <source>Bagaimana penanganan pengaduan?</source>
        <translation>Bagaimana penanganan pengaduan?</translation>
    </message>
    <message id="skm.pengaduan.1">
        <source>Tidak ada</source>
        <translation>Tidak ada</translation>
    </message>
    <message id="skm.pengaduan.2">
        <source>Ada, tidak berfungsi</source>
        <translation>Ada, tidak berfungsi</translation>
    </message>
    <message id="skm.pengaduan.3">
        <source>Kurang maksimal</source>
        <translation>Kurang maksimal</translation>
    </message>
    <message id="skm.pengaduan.4">
        <source>Dikelola baik</source>
        <translation>Dikelola baik</translation>
    </message>
    <message id="skm.sarana">
        <source>Bagaimana mutu sarana dan prasarana?</source>
        <translation>Bagaimana mutu sarana dan prasarana?</translation>
    </message>
    <message id="skm.sarana.1">
        <source>Buruk</source>
        <translation>Buruk</translation>
    </message>
    <message id="skm.sarana.2">
        <source>Cukup</source>
        <translation>Cukup</translation>
    </message>
    <message id="skm.sarana.3">
        <source>Baik</source>
        <translation>Baik</translation>
    </message>
    <message id="skm.sarana.4">
        <source>Sangat baik</source>
        <translation>Sangat baik</translation>
    </message>
    <message id="skm.profile">
        <source>Sedikit tentang Anda (boleh dilewati)</source>
        <translation>Sedikit tentang Anda (boleh dilewati)</translation>
    </message>
    <message id="skm.gender">
        <source>Jenis kelamin</source>
        <translation>Jenis kelamin</translation>
    </message>
    <message id="skm.gender.f">
        <source>Perempuan</source>
        <translation>Perempuan</translation>
    </message>
    <message id="skm.gender.m">
        <source>Laki-laki</source>
        <translation>Laki-laki</translation>
    </message>
    <message id="skm.age">
        <source>Usia</source>
        <translation>Usia</translation>
    </message>
    <message id="skm.age.under-18">
        <source>Di bawah 18 tahun</source>
        <translation>Di bawah 18 tahun</translation>
    </message>
    <message id="skm.age.18-25">
        <source>18–25 tahun</source>
        <translation>18–25 tahun</translation>
    </message>
    <message id="skm.age.26-40">
        <source>26–40 tahun</source>
        <translation>26–40 tahun</translation>
    </message>
    <message id="skm.age.41-60">
        <source>41–60 tahun</source>
        <translation>41–60 tahun</translation>
    </message>
    <message id="skm.age.over-60">
        <source>Di atas 60 tahun</source>
        <translation>Di atas 60 tahun</translation>
    </message>
    <message id="skm.edu">
        <source>Pendidikan terakhir</source>
        <translation>Pendidikan terakhir</translation>
    </message>
    <message id="skm.edu.sd">
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message id="skm.edu.smp">
        <source>SMP</source>
        <translation>SMP</translation>
    </message>
    <message id="skm.edu.sma">
        <source>SMA/SMK</source>
        <translation>SMA/SMK</translation>
    </message>
    <message id="skm.edu.diploma">
        <source>Diploma</source>
        <translation>Diploma</translation>
    </message>
    <message id="skm.edu.sarjana">
        <source>Sarjana</source>
        <translation>Sarjana</translation>
    </message>
    <message id="skm.edu.pascasarjana">
        <source>Pascasarjana</source>
        <translation>Pascasarjana</translation>
    </message>
    <message id="skm.job">
        <source>Pekerjaan</source>
        <translation>Pekerjaan</translation>
    </message>
    <message id="skm.job.asn">
        <source>ASN</source>
        <translation>ASN</translation>
    </message>
    <message id="skm.job.tni-polri">
        <source>TNI/Polri</source>
        <translation>TNI/Polri</translation>
    </message>
    <message id="skm.job.swasta">
        <source>Pegawai swasta</source>
        <translation>Pegawai swasta</translation>
    </message>
    <message id="skm.job.wirausaha">
        <source>Wirausaha</source>
        <translation>Wirausaha</translation>
    </message>
    <message id="skm.job.pelajar">
        <source>Pelajar/mahasiswa</source>
        <translation>Pelajar/mahasiswa</translation>
    </message>
    <message id="skm.job.lainnya">
        <source>Lainnya</source>
        <translation>Lainnya</translation>
    </message>
    <message id="skm.comment">
        <source>Saran (boleh dilewati)</source>
        <translation>Saran (boleh dilewati)</translation>
    </message>
    <message id="skm.comment.left">
        <source>Sisa {n} huruf</source>
        <translation>Sisa {n} huruf</translation>
    </message>
    <message id="skm.thanks">
        <source>Terima kasih</source>
        <translation>Terima kasih</translation>
    </message>
    <message id="skm.thanks.sub">
        <source>Nilai Anda membantu kami memperbaiki layanan.</source>
        <translation>Nilai Anda membantu kami memperbaiki layanan.</translation>
    </message>
    <message id="help.title">
        <source>Butuh bantuan?</source>
        <translation>Butuh bantuan?</translation>
    </message>
    <message id="help.call">
        <source>Panggil petugas</source>
        <translation>Panggil petugas</translation>
    </message>
    <message id="help.called">
        <source>Petugas menuju ke sini.</source>
        <translation>Petugas menuju ke sini.</translation>
    </message>
    <message id="help.howto">
        <source>Cara memakai anjungan</source>
        <translation>Cara memakai anjungan</translation>
    </message>
    <message id="help.end">
        <source>Akhiri dan hapus data saya</source>
        <translation>Akhiri dan hapus data saya</translation>
    </message>
    <message id="howto.title">
        <source>Cara memakai anjungan</source>
        <translation>Cara memakai anjungan</translation>
    </message>
    <message id="howto.1">
        <source>Sentuh tombol di layar.</source>
        <translation>Sentuh tombol di layar.</translation>
    </message>
    <message id="howto.2">
        <source>Pilih layanan Anda.</source>
        <translation>Pilih layanan Anda.</translation>
    </message>
    <message id="howto.3">
        <source>Ambil kertas nomor.</source>
        <translation>Ambil kertas nomor.</translation>
    </message>
    <message id="howto.4">
        <source>Tunggu nomor dipanggil.</source>
        <translation>Tunggu nomor dipanggil.</translation>
    </message>
    <message id="text.title">
        <source>Ukuran huruf</source>
        <translation>Ukuran huruf</translation>
    </message>
    <message id="text.1">
        <source>Biasa</source>
        <translation>Biasa</translation>
    </message>
    <message id="text.2">
        <source>Besar</source>
        <translation>Besar</translation>
    </message>
    <message id="text.3">
        <source>Sangat besar</source>
        <translation>Sangat besar</translation>
    </message>
    <message id="contrast.title">
        <source>Warna layar</source>
        <translation>Warna layar</translation>
    </message>
    <message id="contrast.light">
        <source>Terang</source>
        <translation>Terang</translation>
    </message>
    <message id="contrast.night">
        <source>Malam</source>
        <translation>Malam</translation>
    </message>
    <message id="contrast.hcdark">
        <source>Kontras gelap</source>
        <translation>Kontras gelap</translation>
    </message>
    <message id="contrast.hclight">
        <source>Kontras terang</source>
        <translation>Kontras terang</translation>
    </message>
    <message id="audio.title">
        <source>Suara</source>
        <translation>Suara</translation>
    </message>
    <message id="audio.plug">
        <source>Colokkan penyuara telinga untuk mendengar dengan pribadi.</source>
        <translation>Colokkan penyuara telinga untuk mendengar dengan pribadi.</translation>
    </message>
    <message id="audio.plugged">
        <source>Penyuara telinga tersambung. Hanya Anda yang mendengar.</source>
        <translation>Penyuara telinga tersambung. Hanya Anda yang mendengar.</translation>
    </message>
    <message id="audio.volume">
        <source>Kuat suara</source>
        <translation>Kuat suara</translation>
    </message>
    <message id="audio.louder">
        <source>Lebih keras</source>
        <translation>Lebih keras</translation>
    </message>
    <message id="audio.softer">
        <source>Lebih pelan</source>
        <translation>Lebih pelan</translation>
    </message>
    <message id="audio.speed">
        <source>Kecepatan bicara</source>
        <translation>Kecepatan bicara</translation>
    </message>
    <message id="audio.faster">
        <source>Lebih cepat</source>
        <translation>Lebih cepat</translation>
    </message>
    <message id="audio.slower">
        <source>Lebih lambat</source>
        <translation>Lebih lambat</translation>
    </message>
    <message id="audio.repeat">
        <source>Ulangi</source>
        <translation>Ulangi</translation>
    </message>
    <message id="audio.screenoff">
        <source>Gelapkan layar</source>
        <translation>Gelapkan layar</translation>
    </message>
    <message id="audio.welcome">
        <source>Selamat datang di anjungan mandiri. Gunakan tombol panah untuk berpindah, tombol bulat untuk memilih.</source>
        <translation>Selamat datang di anjungan mandiri. Gunakan tombol panah untuk berpindah, tombol bulat untuk memilih.</translation>
    </message>
    <message id="reach.on">
        <source>Layar diturunkan</source>
        <translation>Layar diturunkan</translation>
    </message>
    <message id="reach.off">
        <source>Kembalikan ke atas</source>
        <translation>Kembalikan ke atas</translation>
    </message>
    <message id="time.title">
        <source>Masih di sini?</source>
        <translation>Masih di sini?</translation>
    </message>
    <message id="time.text">
        <source>Layar akan kembali ke awal untuk menjaga data Anda.</source>
        <translation>Layar akan kembali ke awal untuk menjaga data Anda.</translation>
    </message>
    <message id="time.continue">
        <source>Ya, lanjutkan</source>
        <translation>Ya, lanjutkan</translation>
    </message>
    <message id="time.end">
        <source>Akhiri sekarang</source>
        <translation>Akhiri sekarang</translation>
    </message>
    <message id="time.seconds">
        <source>{n} detik lagi</source>
        <translation>{n} detik lagi</translation>
    </message>
    <message id="err.camera.t">
        <source>Kamera tidak menyala</source>
        <translation>Kamera tidak menyala</translation>
    </message>
    <message id="err.camera.x">
        <source>Lanjutkan tanpa IKD, atau panggil petugas. Petugas sudah diberi tahu.</source>
        <translation>Lanjutkan tanpa IKD, atau panggil petugas. Petugas sudah diberi tahu.</translation>
    </message>
    <message id="err.scanner.t">
        <source>Pemindai tidak menyala</source>
        <translation>Pemindai tidak menyala</translation>
    </message>
    <message id="err.scanner.x">
        <source>Gunakan kamera, atau lanjutkan tanpa IKD.</source>
        <translation>Gunakan kamera, atau lanjutkan tanpa IKD.</translation>
    </message>
    <message id="err.qr.expired.t">
        <source>QR sudah kedaluwarsa</source>
        <translation>QR sudah kedaluwarsa</translation>
    </message>
    <message id="err.qr.expired.x">
        <source>QR IKD berlaku 90 detik. Tutup lalu buka lagi QR di HP Anda.</source>
        <translation>QR IKD berlaku 90 detik. Tutup lalu buka lagi QR di HP Anda.</translation>
    </message>
    <message id="err.qr.notikd.t">
        <source>Ini bukan QR IKD</source>
        <translation>Ini bukan QR IKD</translation>
    </message>
    <message id="err.qr.notikd.x">
        <source>Buka aplikasi IKD, lalu tampilkan QR dari sana.</source>
        <translation>Buka aplikasi IKD, lalu tampilkan QR dari sana.</translation>
    </message>
    <message id="err.qr.future.t">
        <source>Jam HP Anda tidak sesuai</source>
        <translation>Jam HP Anda tidak sesuai</translation>
    </message>
    <message id="err.qr.future.x">
        <source>Atur jam HP ke otomatis, lalu buka lagi QR.</source>
        <translation>Atur jam HP ke otomatis, lalu buka lagi QR.</translation>
    </message>
    <message id="err.qr.used.t">
        <source>QR ini sudah dipakai</source>
        <translation>QR ini sudah dipakai</translation>
    </message>
    <message id="err.qr.used.x">
        <source>Buka lagi QR di aplikasi IKD.</source>
        <translation>Buka lagi QR di aplikasi IKD.</translation>
    </message>
    <message id="err.qr.unverified.t">
        <source>Identitas belum bisa diperiksa</source>
        <translation>Identitas belum bisa diperiksa</translation>
    </message>
    <message id="err.qr.unverified.x">
        <source>Nomor tetap bisa diambil. Bawa KTP-el asli ke loket.</source>
        <translation>Nomor tetap bisa diambil. Bawa KTP-el asli ke loket.</translation>
    </message>
    <message id="err.offline.t">
        <source>Jaringan sedang terputus</source>
        <translation>Jaringan sedang terputus</translation>
    </message>
    <message id="err.offline.x">
        <source>Nomor tetap bisa diambil. Perkiraan waktu belum tersedia.</source>
        <translation>Nomor tetap bisa diambil. Perkiraan waktu belum tersedia.</translation>
    </message>
    <message id="err.offline.hard.t">
        <source>Nomor belum bisa diambil</source>
        <translation>Nomor belum bisa diambil</translation>
    </message>
    <message id="err.offline.hard.x">
        <source>Jaringan terputus. Ambil nomor di meja informasi.</source>
        <translation>Jaringan terputus. Ambil nomor di meja informasi.</translation>
    </message>
    <message id="err.quota.t">
        <source>Kuota hari ini habis</source>
        <translation>Kuota hari ini habis</translation>
    </message>
    <message id="err.quota.x">
        <source>Kuota dibuka lagi {date}. Anda bisa daftar online.</source>
        <translation>Kuota dibuka lagi {date}. Anda bisa daftar online.</translation>
    </message>
    <message id="err.closed.t">
        <source>Layanan sedang tutup</source>
        <translation>Layanan sedang tutup</translation>
    </message>
    <message id="err.closed.x">
        <source>Buka lagi {day} pukul {time}.</source>
        <translation>Buka lagi {day} pukul {time}.</translation>
    </message>
    <message id="err.closed.break.t">
        <source>Loket istirahat</source>
        <translation>Loket istirahat</translation>
    </message>
    <message id="err.closed.break.x">
        <source>Buka lagi pukul {time}. Nomor tetap bisa diambil sekarang.</source>
        <translation>Buka lagi pukul {time}. Nomor tetap bisa diambil sekarang.</translation>
    </message>
    <message id="err.closed.mall.t">
        <source>Pelayanan sudah tutup</source>
        <translation>Pelayanan sudah tutup</translation>
    </message>
    <message id="err.closed.mall.x">
        <source>Buka lagi {day} pukul {time}.</source>
        <translation>Buka lagi {day} pukul {time}.</translation>
    </message>
    <message id="err.booking.unknown.t">
        <source>Pendaftaran tidak ditemukan</source>
        <translation>Pendaftaran tidak ditemukan</translation>
    </message>
    <message id="err.booking.unknown.x">
        <source>Periksa kode Anda, atau ambil nomor baru.</source>
        <translation>Periksa kode Anda, atau ambil nomor baru.</translation>
    </message>
    <message id="err.booking.other.t">
        <source>Pendaftaran ini untuk tempat lain</source>
        <translation>Pendaftaran ini untuk tempat lain</translation>
    </message>
    <message id="err.booking.other.x">
        <source>Tempat: {place}. Panggil petugas jika perlu.</source>
        <translation>Tempat: {place}. Panggil petugas jika perlu.</translation>
    </message>
    <message id="err.booking.day.t">
        <source>Pendaftaran ini untuk hari lain</source>
        <translation>Pendaftaran ini untuk hari lain</translation>
    </message>
    <message id="err.booking.day.x">
        <source>Jadwal Anda {date} pukul {time}.</source>
        <translation>Jadwal Anda {date} pukul {time}.</translation>
    </message>
    <message id="err.booking.late.t">
        <source>Jadwal sudah lewat</source>
        <translation>Jadwal sudah lewat</translation>
    </message>
    <message id="err.booking.late.x">
        <source>Jadwal Anda {date} pukul {time}. Ambil nomor baru?</source>
        <translation>Jadwal Anda {date} pukul {time}. Ambil nomor baru?</translation>
    </message>
    <message id="err.booking.done.t">
        <source>Anda sudah lapor datang</source>
        <translation>Anda sudah lapor datang</translation>
    </message>
    <message id="err.booking.done.x">
        <source>Nomor Anda {number}. Tunggu dipanggil di {place}.</source>
        <translation>Nomor Anda {number}. Tunggu dipanggil di {place}.</translation>
    </message>
    <message id="err.booking.done.plain">
        <source>Tunggu nomor Anda dipanggil.</source>
        <translation>Tunggu nomor Anda dipanggil.</translation>
    </message>
    <message id="err.printer.off.t">
        <source>Printer tidak menyala</source>
        <translation>Printer tidak menyala</translation>
    </message>
    <message id="err.printer.off.x">
        <source>Nomor tetap bisa diambil dan disimpan di HP.</source>
        <translation>Nomor tetap bisa diambil dan disimpan di HP.</translation>
    </message>
    <message id="err.ticket.unknown.t">
        <source>Kode ini tidak dikenal</source>
        <translation>Kode ini tidak dikenal</translation>
    </message>
    <message id="err.ticket.unknown.x">
        <source>Pindai QR di kertas nomor, atau pilih instansi.</source>
        <translation>Pindai QR di kertas nomor, atau pilih instansi.</translation>
    </message>
    <message id="err.generic.t">
        <source>Ada gangguan pada anjungan</source>
        <translation>Ada gangguan pada anjungan</translation>
    </message>
    <message id="err.generic.x">
        <source>Coba lagi, atau panggil petugas.</source>
        <translation>Coba lagi, atau panggil petugas.</translation>
    </message>
    <message id="err.service.full.t">
        <source>Nomor terakhir baru saja diambil</source>
        <translation>Nomor terakhir baru saja diambil</translation>
    </message>
    <message id="err.service.full.x">
        <source>Pilih hari lain lewat daftar online, atau pilih layanan lain.</source>
        <translation>Pilih hari lain lewat daftar online, atau pilih layanan lain.</translation>
    </message>
    <message id="banner.paperlow">
        <source>Kertas hampir habis</source>
        <translation>Kertas hampir habis</translation>
    </message>
    <message id="banner.offline">
        <source>Luring: nomor tetap bisa diambil</source>
        <translation>Luring: nomor tetap bisa diambil</translation>
    </message>
    <message id="tkt.head">
        <source>Nomor antrean Anda</source>
        <translation>Nomor antrean Anda</translation>
    </message>
    <message id="tkt.place">
        <source>Tempat</source>
        <translation>Tempat</translation>
    </message>
    <message id="tkt.ahead">
        <source>Di depan Anda</source>
        <translation>Di depan Anda</translation>
    </message>
    <message id="tkt.eta">
        <source>Dipanggil kira-kira</source>
        <translation>Dipanggil kira-kira</translation>
    </message>
    <message id="tkt.eta58">
        <source>Kira-kira pukul</source>
        <translation>Kira-kira pukul</translation>
    </message>
    <message id="tkt.taken">
        <source>Diambil</source>
        <translation>Diambil</translation>
    </message>
    <message id="tkt.name">
        <source>Nama</source>
        <translation>Nama</translation>
    </message>
    <message id="tkt.prio">
        <source>PRIORITAS</source>
        <translation>PRIORITAS</translation>
    </message>
    <message id="tkt.bring">
        <source>Siapkan:</source>
        <translation>Siapkan:</translation>
    </message>
    <message id="tkt.bring.more">
        <source>… lihat kode QR</source>
        <translation>… lihat kode QR</translation>
    </message>
    <message id="tkt.qr">
        <source>Pantau antrean dan nilai layanan: pindai kode ini.</source>
        <translation>Pantau antrean dan nilai layanan: pindai kode ini.</translation>
    </message>
    <message id="tkt.missed">
        <source>Nomor terlewat? Temui petugas.</source>
        <translation>Nomor terlewat? Temui petugas.</translation>
    </message>
    <message id="tkt.free">
        <source>Layanan ini gratis.</source>
        <translation>Layanan ini gratis.</translation>
    </message>
    <message id="tkt.offline">
        <source>Perkiraan waktu: lihat layar ruang tunggu.</source>
        <translation>Perkiraan waktu: lihat layar ruang tunggu.</translation>
    </message>
    <message id="tkt.booking">
        <source>Daftar online</source>
        <translation>Daftar online</translation>
    </message>
    <message id="tkt.copy">
        <source>SALINAN</source>
        <translation>SALINAN</translation>
    </message>
    <message id="tv.now">
        <source>Nomor dipanggil</source>
        <translation>Nomor dipanggil</translation>
    </message>
    <message id="tv.last">
        <source>Panggilan terakhir</source>
        <translation>Panggilan terakhir</translation>
    </message>
    <message id="tv.ticker">
        <source>Siapkan dokumen Anda. Nomor terlewat? Hubungi petugas di meja informasi.</source>
        <translation>Siapkan dokumen Anda. Nomor terlewat? Hubungi petugas di meja informasi.</translation>
    </message>
    <message id="lbl.serving">
        <source>Sedang dilayani</source>
        <translation>Sedang dilayani</translation>
    </message>
    <message id="lbl.next">
        <source>Berikutnya</source>
        <translation>Berikutnya</translation>
    </message>
    <message id="lbl.open">
        <source>Buka</source>
        <translation>Buka</translation>
    </message>
    <message id="lbl.break">
        <source>Istirahat sampai {time}</source>
        <translation>Istirahat sampai {time}</translation>
    </message>
    <message id="lbl.closed">
        <source>Tutup</source>
        <translation>Tutup</translation>
    </message>
    <message id="call.tts">
        <source>Nomor antrean, {letter}, {digits}, silakan ke loket {counter}.</source>
        <translation>Nomor antrean, {letter}, {digits}, silakan ke loket {counter}.</translation>
    </message>
    <message id="tech.title">
        <source>Panel teknisi</source>
        <translation>Panel teknisi</translation>
    </message>
    <message id="tech.pin">
        <source>Masukkan PIN teknisi</source>
        <translation>Masukkan PIN teknisi</translation>
    </message>
    <message id="tech.pin.bad">
        <source>PIN salah. Sisa {n} kali.</source>
        <translation>PIN salah. Sisa {n} kali.</translation>
    </message>
    <message id="tech.pin.lock">
        <source>Terkunci {n} menit.</source>
        <translation>Terkunci {n} menit.</translation>
    </message>
    <message id="tech.ok">
        <source>Semua perangkat baik</source>
        <translation>Semua perangkat baik</translation>
    </message>
    <message id="tech.warn">
        <source>{n} perlu perhatian</source>
        <translation>{n} perlu perhatian</translation>
    </message>
    <message id="tech.bad">
        <source>{n} rusak</source>
        <translation>{n} rusak</translation>
    </message>
    <message id="tech.s.ok">
        <source>Baik</source>
        <translation>Baik</translation>
    </message>
    <message id="tech.s.warn">
        <source>Perhatian</source>
        <translation>Perhatian</translation>
    </message>
    <message id="tech.s.bad">
        <source>Rusak</source>
        <translation>Rusak</translation>
    </message>
    <message id="tech.s.off">
        <source>Tidak ada</source>
        <translation>Tidak ada</translation>
    </message>
    <message id="tech.printer">
        <source>Printer tiket</source>
        <translation>Printer tiket</translation>
    </message>
    <message id="tech.scanner">
        <source>Pemindai QR</source>
        <translation>Pemindai QR</translation>
    </message>
    <message id="tech.camera">
        <source>Kamera</source>
        <translation>Kamera</translation>
    </message>
    <message id="tech.net">
        <source>Jaringan</source>
        <translation>Jaringan</translation>
    </message>
    <message id="tech.touch">
        <source>Layar sentuh</source>
        <translation>Layar sentuh</translation>
    </message>
    <message id="tech.clock">
        <source>Jam</source>
        <translation>Jam</translation>
    </message>
    <message id="tech.disk">
        <source>Penyimpanan</source>
        <translation>Penyimpanan</translation>
    </message>
    <message id="tech.temp">
        <source>Suhu</source>
        <translation>Suhu</translation>
    </message>
    <message id="tech.queue">
        <source>Tiket menunggu kirim</source>
        <translation>Tiket menunggu kirim</translation>
    </message>
    <message id="tech.a.print">
        <source>Cetak uji</source>
        <translation>Cetak uji</translation>
    </message>
    <message id="tech.a.scan">
        <source>Uji pindai</source>
        <translation>Uji pindai</translation>
    </message>
    <message id="tech.a.sound">
        <source>Uji suara</source>
        <translation>Uji suara</translation>
    </message>
    <message id="tech.a.paper">
        <source>Ganti kertas</source>
        <translation>Ganti kertas</translation>
    </message>
    <message id="tech.a.touch">
        <source>Uji sentuh</source>
        <translation>Uji sentuh</translation>
    </message>
    <message id="tech.a.layout">
        <source>Tata letak</source>
        <translation>Tata letak</translation>
    </message>
    <message id="tech.a.log">
        <source>Catatan</source>
        <translation>Catatan</translation>
    </message>
    <message id="tech.a.restart">
        <source>Mulai ulang</source>
        <translation>Mulai ulang</translation>
    </message>
    <message id="tech.a.stats">
        <source>Statistik</source>
        <translation>Statistik</translation>
    </message>
    <message id="tech.a.close">
        <source>Tutup sementara</source>
        <translation>Tutup sementara</translation>
    </message>
    <message id="tech.a.exit">
        <source>Keluar panel</source>
        <translation>Keluar panel</translation>
    </message>
    <message id="tech.l.diag">
        <source>Ukuran layar (inci)</source>
        <translation>Ukuran layar (inci)</translation>
    </message>
    <message id="tech.l.bottom">
        <source>Tinggi tepi bawah layar dari lantai (mm)</source>
        <translation>Tinggi tepi bawah layar dari lantai (mm)</translation>
    </message>
    <message id="tech.l.scanner">
        <source>Letak pemindai</source>
        <translation>Letak pemindai</translation>
    </message>
    <message id="tech.l.printer">
        <source>Letak printer</source>
        <translation>Letak printer</translation>
    </message>
    <message id="tech.l.reach">
        <source>Batas jangkauan 1.200 mm ada di sini</source>
        <translation>Batas jangkauan 1.200 mm ada di sini</translation>
    </message>
    <message id="tech.closed.public">
        <source>Anjungan ini sedang diperbaiki. Gunakan anjungan lain atau meja informasi.</source>
        <translation>Anjungan ini sedang diperbaiki. Gunakan anjungan lain atau meja informasi.</translation>
    </message>
    <message id="tech.where">
        <source>Panel teknisi · Anjungan {kiosk}</source>
        <translation>Panel teknisi · Anjungan {kiosk}</translation>
    </message>
    <message id="tech.pin.unset">
        <source>PIN teknisi belum dibuat. Buat dulu di komputer anjungan ini dengan perintah: kiosk pin</source>
        <translation>PIN teknisi belum dibuat. Buat dulu di komputer anjungan ini dengan perintah: kiosk pin</translation>
    </message>
    <message id="tech.pin.busy">
        <source>Sedang diperiksa …</source>
        <translation>Sedang diperiksa …</translation>
    </message>
    <message id="tech.pin.enter">
        <source>{n} angka</source>
        <translation>{n} angka</translation>
    </message>
    <message id="tech.a.open">
        <source>Buka kembali</source>
        <translation>Buka kembali</translation>
    </message>
    <message id="tech.ask.close.t">
        <source>Tutup anjungan ini?</source>
        <translation>Tutup anjungan ini?</translation>
    </message>
    <message id="tech.ask.close.x">
        <source>Warga melihat bahwa anjungan sedang diperbaiki, sampai Anda membukanya kembali.</source>
        <translation>Warga melihat bahwa anjungan sedang diperbaiki, sampai Anda membukanya kembali.</translation>
    </message>
    <message id="tech.is.closed">
        <source>Ditutup untuk warga</source>
        <translation>Ditutup untuk warga</translation>
    </message>
    <message id="tech.x.none">
        <source>Tidak dipasang</source>
        <translation>Tidak dipasang</translation>
    </message>
    <message id="tech.x.paper">
        <source>Kertas tersisa ± {n} tiket</source>
        <translation>Kertas tersisa ± {n} tiket</translation>
    </message>
    <message id="tech.x.left">
        <source>{n} tidak diambil</source>
        <translation>{n} tidak diambil</translation>
    </message>
    <message id="tech.x.printer.unknown">
        <source>Belum menjawab</source>
        <translation>Belum menjawab</translation>
    </message>
    <message id="tech.x.printer.paper-out">
        <source>Kertas habis</source>
        <translation>Kertas habis</translation>
    </message>
    <message id="tech.x.printer.cover-open">
        <source>Penutup terbuka</source>
        <translation>Penutup terbuka</translation>
    </message>
    <message id="tech.x.printer.jam">
        <source>Kertas macet</source>
        <translation>Kertas macet</translation>
    </message>
    <message id="tech.x.printer.hot">
        <source>Kepala cetak panas</source>
        <translation>Kepala cetak panas</translation>
    </message>
    <message id="tech.x.printer.broken">
        <source>Melaporkan kerusakan</source>
        <translation>Melaporkan kerusakan</translation>
    </message>
    <message id="tech.x.printer.silent">
        <source>Tidak menjawab</source>
        <translation>Tidak menjawab</translation>
    </message>
    <message id="tech.x.camera.film">
        <source>{w}×{h}, {n} gambar/detik</source>
        <translation>{w}×{h}, {n} gambar/detik</translation>
    </message>
    <message id="tech.x.camera.read">
        <source>Pindai terakhir {time}</source>
        <translation>Pindai terakhir {time}</translation>
    </message>
    <message id="tech.x.camera.none">
        <source>Belum ada yang dipindai</source>
        <translation>Belum ada yang dipindai</translation>
    </message>
    <message id="tech.x.camera.off">
        <source>Mati</source>
        <translation>Mati</translation>
    </message>
    <message id="tech.x.camera.starting">
        <source>Sedang dinyalakan</source>
        <translation>Sedang dinyalakan</translation>
    </message>
    <message id="tech.x.camera.missing">
        <source>Tidak ditemukan</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message id="tech.x.camera.stalled">
        <source>Tidak mengirim gambar</source>
        <translation>Tidak mengirim gambar</translation>
    </message>
    <message id="tech.x.scanner.ready">
        <source>Siap</source>
        <translation>Siap</translation>
    </message>
    <message id="tech.x.scanner.starting">
        <source>Sedang dinyalakan</source>
        <translation>Sedang dinyalakan</translation>
    </message>
    <message id="tech.x.scanner.missing">
        <source>Tidak ditemukan</source>
        <translation>Tidak ditemukan</translation>
    </message>
    <message id="tech.x.net.on">
        <source>Tersambung</source>
        <translation>Tersambung</translation>
    </message>
    <message id="tech.x.net.near">
        <source>{n} ms</source>
        <translation>{n} ms</translation>
    </message>
    <message id="tech.x.net.off">
        <source>Terputus</source>
        <translation>Terputus</translation>
    </message>
    <message id="tech.x.net.waiting">
        <source>{n} menunggu kirim</source>
        <translation>{n} menunggu kirim</translation>
    </message>
    <message id="tech.x.net.refused">
        <source>{n} ditolak pusat</source>
        <translation>{n} ditolak pusat</translation>
    </message>
    <message id="tech.x.touch">
        <source>Uji terakhir {date}</source>
        <translation>Uji terakhir {date}</translation>
    </message>
    <message id="tech.x.clock.off">
        <source>Selisih {n} detik</source>
        <translation>Selisih {n} detik</translation>
    </message>
    <message id="tech.x.clock.unknown">
        <source>Belum dibandingkan dengan pusat</source>
        <translation>Belum dibandingkan dengan pusat</translation>
    </message>
    <message id="tech.x.clock.wrong">
        <source>Belum dapat dipercaya</source>
        <translation>Belum dapat dipercaya</translation>
    </message>
    <message id="tech.x.disk">
        <source>Sisa {n} GB</source>
        <translation>Sisa {n} GB</translation>
    </message>
    <message id="tech.x.temp">
        <source>{n} °C</source>
        <translation>{n} °C</translation>
    </message>
    <message id="tech.busy">
        <source>Mencetak …</source>
        <translation>Mencetak …</translation>
    </message>
    <message id="tech.ask.sound.t">
        <source>Apakah suara terdengar?</source>
        <translation>Apakah suara terdengar?</translation>
    </message>
    <message id="tech.ask.sound.x">
        <source>Anjungan baru saja membunyikan satu nada.</source>
        <translation>Anjungan baru saja membunyikan satu nada.</translation>
    </message>
    <message id="tech.scan.lead">
        <source>Tunjukkan kode apa saja. Isinya tidak ditampilkan dan tidak disimpan.</source>
        <translation>Tunjukkan kode apa saja. Isinya tidak ditampilkan dan tidak disimpan.</translation>
    </message>
    <message id="tech.scan.read">
        <source>Terbaca: {kind}</source>
        <translation>Terbaca: {kind}</translation>
    </message>
    <message id="tech.scan.blind">
        <source>Kamera atau pemindai tidak menyala. Periksa kabelnya.</source>
        <translation>Kamera atau pemindai tidak menyala. Periksa kabelnya.</translation>
    </message>
    <message id="tech.scan.ticket">
        <source>kode tiket</source>
        <translation>kode tiket</translation>
    </message>
    <message id="tech.scan.receipt">
        <source>kode tanda terima</source>
        <translation>kode tanda terima</translation>
    </message>
    <message id="tech.scan.booking">
        <source>kode daftar</source>
        <translation>kode daftar</translation>
    </message>
    <message id="tech.scan.identity">
        <source>kode identitas atau teks</source>
        <translation>kode identitas atau teks</translation>
    </message>
    <message id="tech.scan.other">
        <source>kode lain</source>
        <translation>kode lain</translation>
    </message>
    <message id="stat.taken">
        <source>Nomor diambil</source>
        <translation>Nomor diambil</translation>
    </message>
    <message id="stat.skm">
        <source>Nilai SKM</source>
        <translation>Nilai SKM</translation>
    </message>
    <message id="stat.hour">
        <source>Kedatangan per jam</source>
        <translation>Kedatangan per jam</translation>
    </message>
    <message id="stat.how">
        <source>Cara mengambil nomor</source>
        <translation>Cara mengambil nomor</translation>
    </message>
    <message id="stat.elem">
        <source>SKM per unsur</source>
        <translation>SKM per unsur</translation>
    </message>
    <message id="stat.elem.sub">
        <source>skala 1–4, garis = batas B (3,0644)</source>
        <translation>skala 1–4, garis = batas B (3,0644)</translation>
    </message>
    <message id="stat.top">
        <source>Layanan teratas</source>
        <translation>Layanan teratas</translation>
    </message>
    <message id="stat.range.day">
        <source>Hari ini</source>
        <translation>Hari ini</translation>
    </message>
    <message id="stat.range.week">
        <source>7 hari</source>
        <translation>7 hari</translation>
    </message>
    <message id="stat.range.month">
        <source>30 hari</source>
        <translation>30 hari</translation>
    </message>
    <message id="stat.range.sem">
        <source>Semester</source>
        <translation>Semester</translation>
    </message>
    <message id="stat.empty">
        <source>Belum ada data untuk rentang ini.</source>
        <translation>Belum ada data untuk rentang ini.</translation>
    </message>
    <message id="stat.few">
        <source>Jawaban masih kurang dari {n}; nilai belum mewakili.</source>
        <translation>Jawaban masih kurang dari {n}; nilai belum mewakili.</translation>
    </message>
    <message id="date.day.0">
        <source>Minggu</source>
        <translation>Minggu</translation>
    </message>
    <message id="date.day.1">
        <source>Senin</source>
        <translation>Senin</translation>
    </message>
    <message id="date.day.2">
        <source>Selasa</source>
        <translation>Selasa</translation>
    </message>
    <message id="date.day.3">
        <source>Rabu</source>
        <translation>Rabu</translation>
    </message>
    <message id="date.day.4">
        <source>Kamis</source>
        <translation>Kamis</translation>
    </message>
    <message id="date.day.5">
        <source>Jumat</source>
        <translation>Jumat</translation>
    </message>
    <message id="date.day.6">
        <source>Sabtu</source>
        <translation>Sabtu</translation>
    </message>
    <message id="date.month.1">
        <source>Januari</source>
        <translation>Januari</translation>
    </message>
    <message id="date.month.2">
        <source>Februari</source>
        <translation>Februari</translation>
    </message>
    <message id="date.month.3">
        <source>Maret</source>
        <translation>Maret</translation>
    </message>
    <message id="date.month.4">
        <source>April</source>
        <translation>April</translation>
    </message>
    <message id="date.month.5">
        <source>Mei</source>
        <translation>Mei</translation>
    </message>
    <message id="date.month.6">
        <source>Juni</source>
        <translation>Juni</translation>
    </message>
    <message id="date.month.7">
        <source>Juli</source>
        <translation>Juli</translation>
    </message>
    <message id="date.month.8">
        <source>Agustus</source>
        <translation>Agustus</translation>
    </message>
    <message id="date.month.9">
        <source>September</source>
        <translation>September</translation>
    </message>
    <message id="date.month.10">
        <source>Oktober</source>
        <translation>Oktober</translation>
    </message>
    <message id="date.month.11">
        <source>November</source>
        <translation>November</translation>
    </message>
    <message id="date.month.12">
        <source>Desember</source>
        <translation>Desember</translation>
    </message>
    <message id="date.month.short.1">
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message id="date.month.short.2">
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message id="date.month.short.3">
        <source>Mar</source>
        <translation>Mar</translation>
    </message>
    <message id="date.month.short.4">
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message id="date.month.short.5">
        <source>Mei</source>
        <translation>Mei</translation>
    </message>
    <message id="date.month.short.6">
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message id="date.month.short.7">
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message id="date.month.short.8">
        <source>Agt</source>
        <translation>Agt</translation>
    </message>
    <message id="date.month.short.9">
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message id="date.month.short.10">
        <source>Okt</source>
        <translation>Okt</translation>
    </message>
    <message id="date.month.short.11">
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message id="date.month.short.12">
        <source>Des</source>
        <translation>Des</translation>
    </message>
    <message id="date.clock">
        <source>{hour}.{minute}</source>
        <translation>{hour}.{minute}</translation>
    </message>
    <message id="speech.digit.0">
        <source>nol</source>
        <translation>nol</translation>
    </message>
    <message id="speech.digit.1">
        <source>satu</source>
        <translation>satu</translation>
    </message>
    <message id="speech.digit.2">
        <source>dua</source>
        <translation>dua</translation>
    </message>
    <message id="speech.digit.3">
        <source>tiga</source>
        <translation>tiga</translation>
    </message>
    <message id="speech.digit.4">
        <source>empat</source>
        <translation>empat</translation>
    </message>
    <message id="speech.digit.5">
        <source>lima</source>
        <translation>lima</translation>
    </message>
    <message id="speech.digit.6">
        <source>enam</source>
        <translation>enam</translation>
    </message>
    <message id="speech.digit.7">
        <source>tujuh</source>
        <translation>tujuh</translation>
    </message>
    <message id="speech.digit.8">
        <source>delapan</source>
        <translation>delapan</translation>
    </message>
    <message id="speech.digit.9">
        <source>sembilan</source>
        <translation>sembilan</translation>
    </message>
    <message id="speech.number.10">
        <source>sepuluh</source>
        <translation>sepuluh</translation>
    </message>
    <message id="speech.number.11">
        <source>sebelas</source>
        <translation>sebelas</translation>
    </message>
    <message id="speech.number.12">
        <source>dua belas</source>
        <translation>dua belas</translation>
    </message>
    <message id="speech.number.13">
        <source>tiga belas</source>
        <translation>tiga belas</translation>
    </message>
    <message id="speech.number.14">
        <source>empat belas</source>
        <translation>empat belas</translation>
    </message>
    <message id="speech.number.15">
        <source>lima belas</source>
        <translation>lima belas</translation>
    </message>
    <message id="speech.number.16">
        <source>enam belas</source>
        <translation>enam belas</translation>
    </message>
    <message id="speech.number.17">
        <source>tujuh belas</source>
        <translation>tujuh belas</translation>
    </message>
    <message id="speech.number.18">
        <source>delapan belas</source>
        <translation>delapan belas</translation>
    </message>
    <message id="speech.number.19">
        <source>sembilan belas</source>
        <translation>sembilan belas</translation>
    </message>
    <message id="speech.number.20">
        <source>dua puluh</source>
        <translation>dua puluh</translation>
    </message>
    <message id="speech.number.30">
        <source>tiga puluh</source>
        <translation>tiga puluh</translation>
    </message>
    <message id="speech.number.40">
        <source>empat puluh</source>
        <translation>empat puluh</translation>
    </message>
    <message id="speech.number.50">
        <source>lima puluh</source>
        <translation>lima puluh</translation>
    </message>
    <message id="speech.number.60">
        <source>enam puluh</source>
        <translation>enam puluh</translation>
    </message>
    <message id="speech.number.70">
        <source>tujuh puluh</source>
        <translation>tujuh puluh</translation>
    </message>
    <message id="speech.number.80">
        <source>delapan puluh</source>
        <translation>delapan puluh</translation>
    </message>
    <message id="speech.number.90">
        <source>sembilan puluh</source>
        <translation>sembilan puluh</translation>
    </message>
    <message id="speech.number.100">
        <source>seratus</source>
        <translation>seratus</translation>
    </message>
    <message id="speech.number.200">
        <source>dua ratus</source>
        <translation>dua ratus</translation>
    </message>
    <message id="speech.number.300">
        <source>tiga ratus</source>
        <translation>tiga ratus</translation>
    </message>
    <message id="speech.number.400">
        <source>empat ratus</source>
        <translation>empat ratus</translation>
    </message>
    <message id="speech.number.500">
        <source>lima ratus</source>
        <translation>lima ratus</translation>
    </message>
    <message id="speech.number.600">
        <source>enam ratus</source>
        <translation>enam ratus</translation>
    </message>
    <message id="speech.number.700">
        <source>tujuh ratus</source>
        <translation>tujuh ratus</translation>
    </message>
    <message id="speech.number.800">
        <source>delapan ratus</source>
        <translation>delapan ratus</translation>
    </message>
    <message id="speech.number.900">
        <source>sembilan ratus</source>
        <translation>sembilan ratus</translation>
    </message>
    <message id="speech.number.tens">
        <source>{tens} {ones}</source>
        <translation>{tens} {ones}</translation>
    </message>
    <message id="speech.number.hundreds">
        <source>{hundreds} {rest}</source>
        <translation>{hundreds} {rest}</translation>
    </message>
    <message id="speech.hour.0">
        <source>nol</source>
        <translation>nol</translation>
    </message>
    <message id="speech.hour.1">
        <source>satu</source>
        <translation>satu</translation>
    </message>
    <message id="speech.hour.2">
        <source>dua</source>
        <translation>dua</translation>
    </message>
    <message id="speech.hour.3">
        <source>tiga</source>
        <translation>tiga</translation>
    </message>
    <message id="speech.hour.4">
        <source>empat</source>
        <translation>empat</translation>
    </message>
    <message id="speech.hour.5">
        <source>lima</source>
        <translation>lima</translation>
    </message>
    <message id="speech.hour.6">
        <source>enam</source>
        <translation>enam</translation>
    </message>
    <message id="speech.hour.7">
        <source>tujuh</source>
        <translation>tujuh</translation>
    </message>
    <message id="speech.hour.8">
        <source>delapan</source>
        <translation>delapan</translation>
    </message>
    <message id="speech.hour.9">
        <source>sembilan</source>
        <translation>sembilan</translation>
    </message>
    <message id="speech.hour.10">
        <source>sepuluh</source>
        <translation>sepuluh</translation>
    </message>
    <message id="speech.hour.11">
        <source>sebelas</source>
        <translation>sebelas</translation>
    </message>
    <message id="speech.hour.12">
        <source>dua belas</source>
        <translation>dua belas</translation>
    </message>
    <message id="speech.hour.13">
        <source>tiga belas</source>
        <translation>tiga belas</translation>
    </message>
    <message id="speech.hour.14">
        <source>empat belas</source>
        <translation>empat belas</translation>
    </message>
    <message id="speech.hour.15">
        <source>lima belas</source>
        <translation>lima belas</translation>
    </message>
    <message id="speech.hour.16">
        <source>enam belas</source>
        <translation>enam belas</translation>
    </message>
    <message id="speech.hour.17">
        <source>tujuh belas</source>
        <translation>tujuh belas</translation>
    </message>
    <message id="speech.hour.18">
        <source>delapan belas</source>
        <translation>delapan belas</translation>
    </message>
    <message id="speech.hour.19">
        <source>sembilan belas</source>
        <translation>sembilan belas</translation>
    </message>
    <message id="speech.hour.20">
        <source>dua puluh</source>
        <translation>dua puluh</translation>
    </message>
    <message id="speech.hour.21">
        <source>dua puluh satu</source>
        <translation>dua puluh satu</translation>
    </message>
    <message id="speech.hour.22">
        <source>dua puluh dua</source>
        <translation>dua puluh dua</translation>
    </message>
    <message id="speech.hour.23">
        <source>dua puluh tiga</source>
        <translation>dua puluh tiga</translation>
    </message>
    <message id="speech.time">
        <source>{hour} lewat {minute}</source>
        <translation>{hour} lewat {minute}</translation>
    </message>
    <message id="speech.time.early">
        <source>{hour} lewat {minute}</source>
        <translation>{hour} lewat {minute}</translation>
    </message>
    <message id="speech.time.whole">
        <source>{hour}</source>
        <translation>{hour}</translation>
    </message>
    <message id="lang.title">
        <source>Pilih bahasa</source>
        <translation>Pilih bahasa</translation>
    </message>
    <message id="audio.on">
        <source>Suara menyala</source>
        <translation>Suara menyala</translation>
    </message>
    <message id="audio.off">
        <source>Suara mati</source>
        <translation>Suara mati</translation>
    </message>
    <message id="search.clear">
        <source>Hapus</source>
        <translation>Hapus</translation>
    </message>
    <message id="kb.delete">
        <source>Hapus huruf</source>
        <translation>Hapus huruf</translation>
    </message>
    <message id="issue.title">
        <source>Sebentar…</source>
        <translation>Sebentar…</translation>
    </message>
    <message id="qr.text">
        <source>Buka kamera HP, arahkan ke kode QR.</source>
        <translation>Buka kamera HP, arahkan ke kode QR.</translation>
    </message>
    <message id="tkt.void">
        <source>TIKET BATAL</source>
        <translation>TIKET BATAL</translation>
    </message>
    <message id="tkt.void.keep">
        <source>Nomor Anda tetap berlaku.</source>
        <translation>Nomor Anda tetap berlaku.</translation>
    </message>
    <message id="rcp.head">
        <source>Tanda terima berkas</source>
        <translation>Tanda terima berkas</translation>
    </message>
    <message id="rcp.number">
        <source>Nomor</source>
        <translation>Nomor</translation>
    </message>
    <message id="rcp.queue">
        <source>Nomor antrean</source>
        <translation>Nomor antrean</translation>
    </message>
    <message id="rcp.received">
        <source>Diterima</source>
        <translation>Diterima</translation>
    </message>
    <message id="rcp.documents">
        <source>Berkas yang diterima:</source>
        <translation>Berkas yang diterima:</translation>
    </message>
    <message id="rcp.promised">
        <source>Dijanjikan selesai</source>
        <translation>Dijanjikan selesai</translation>
    </message>
    <message id="rcp.bring">
        <source>Bawa tanda terima ini saat mengambil.</source>
        <translation>Bawa tanda terima ini saat mengambil.</translation>
    </message>
    <message id="rcp.late">
        <source>Belum selesai? Temui petugas.</source>
        <translation>Belum selesai? Temui petugas.</translation>
    </message>
    <message id="rcp.qr">
        <source>Lihat status berkas: pindai kode ini.</source>
        <translation>Lihat status berkas: pindai kode ini.</translation>
    </message>
    <message id="rcp.ready.t">
        <source>Tanda terima berkas Anda sudah ada</source>
        <translation>Tanda terima berkas Anda sudah ada</translation>
    </message>
    <message id="rcp.ready.x">
        <source>Dijanjikan selesai {date}.</source>
        <translation>Dijanjikan selesai {date}.</translation>
    </message>
    <message id="rcp.print">
        <source>Cetak tanda terima</source>
        <translation>Cetak tanda terima</translation>
    </message>
    <message id="rcp.again">
        <source>Cetak salinan</source>
        <translation>Cetak salinan</translation>
    </message>
    <message id="rcp.busy.t">
        <source>Tanda terima dicetak</source>
        <translation>Tanda terima dicetak</translation>
    </message>
    <message id="rcp.doubt.t">
        <source>Tanda terima sedang diperiksa</source>
        <translation>Tanda terima sedang diperiksa</translation>
    </message>
    <message id="rcp.fail.t">
        <source>Tanda terima belum bisa dicetak</source>
        <translation>Tanda terima belum bisa dicetak</translation>
    </message>
    <message id="rcp.fail.x">
        <source>Berkas Anda tetap tercatat. Coba lagi nanti, atau panggil petugas.</source>
        <translation>Berkas Anda tetap tercatat. Coba lagi nanti, atau panggil petugas.</translation>
    </message>
    <message id="need.print">
        <source>Cetak di kertas</source>
        <translation>Cetak di kertas</translation>
    </message>
    <message id="need.busy">
        <source>Sedang dicetak</source>
        <translation>Sedang dicetak</translation>
    </message>
    <message id="need.out">
        <source>Ambil kertasnya</source>
        <translation>Ambil kertasnya</translation>
    </message>
    <message id="need.fail">
        <source>Belum bisa dicetak</source>
        <translation>Belum bisa dicetak</translation>
    </message>
    <message id="need.head">
        <source>Syarat layanan</source>
        <translation>Syarat layanan</translation>
    </message>
    <message id="need.duration">
        <source>Lama di loket</source>
        <translation>Lama di loket</translation>
    </message>
    <message id="need.finished">
        <source>Selesai</source>
        <translation>Selesai</translation>
    </message>
    <message id="need.fee">
        <source>Biaya</source>
        <translation>Biaya</translation>
    </message>
    <message id="need.hours">
        <source>Jam layanan:</source>
        <translation>Jam layanan:</translation>
    </message>
    <message id="need.days">
        <source>{first}–{last}</source>
        <translation>{first}–{last}</translation>
    </message>
    <message id="need.windows">
        <source>{opens}–{closes}</source>
        <translation>{opens}–{closes}</translation>
    </message>
    <message id="need.noqueue">
        <source>Daftar ini bukan nomor antrean.</source>
        <translation>Daftar ini bukan nomor antrean.</translation>
    </message>
    <message id="need.qr">
        <source>Simpan di HP: pindai kode ini.</source>
        <translation>Simpan di HP: pindai kode ini.</translation>
    </message>
    <message id="slip.head">
        <source>Bagaimana layanan kami?</source>
        <translation>Bagaimana layanan kami?</translation>
    </message>
    <message id="slip.qr">
        <source>Pindai kode ini, atau tunjukkan di anjungan.</source>
        <translation>Pindai kode ini, atau tunjukkan di anjungan.</translation>
    </message>
    <message id="slip.until">
        <source>Berlaku sampai</source>
        <translation>Berlaku sampai</translation>
    </message>
    <message id="slip.nameless">
        <source>Tanpa nama, kurang dari satu menit.</source>
        <translation>Tanpa nama, kurang dari satu menit.</translation>
    </message>
    <message id="slip.thanks">
        <source>Terima kasih.</source>
        <translation>Terima kasih.</translation>
    </message>
    <message id="tech.roll.open">
        <source>Buka tutup printer.</source>
        <translation>Buka tutup printer.</translation>
    </message>
    <message id="tech.roll.load">
        <source>Keluarkan sisa gulungan, pasang gulungan baru, ujung kertas ke luar.</source>
        <translation>Keluarkan sisa gulungan, pasang gulungan baru, ujung kertas ke luar.</translation>
    </message>
    <message id="tech.roll.close">
        <source>Tutup printer sampai berbunyi klik.</source>
        <translation>Tutup printer sampai berbunyi klik.</translation>
    </message>
    <message id="tech.roll.missing">
        <source>Kertas belum terbaca. Buka lagi dan periksa arah gulungan.</source>
        <translation>Kertas belum terbaca. Buka lagi dan periksa arah gulungan.</translation>
    </message>
    <message id="tech.roll.test">
        <source>Mencetak lembar uji…</source>
        <translation>Mencetak lembar uji…</translation>
    </message>
    <message id="tech.roll.strip">
        <source>Gulungan baru</source>
        <translation>Gulungan baru</translation>
    </message>
    <message id="tech.roll.done">
        <source>Selesai. Lembar uji keluar dan hitungan kertas mulai dari nol.</source>
        <translation>Selesai. Lembar uji keluar dan hitungan kertas mulai dari nol.</translation>
    </message>
    <message id="tech.roll.failed">
        <source>Lembar uji tidak keluar. Lihat keadaan printer di bawah ini.</source>
        <translation>Lembar uji tidak keluar. Lihat keadaan printer di bawah ini.</translation>
    </message>
    <message id="tech.roll.late">
        <source>Sudah sepuluh menit. Mulai lagi bila siap.</source>
        <translation>Sudah sepuluh menit. Mulai lagi bila siap.</translation>
    </message>
    <message id="tech.fix.paper-low">
        <source>Kertas hampir habis: siapkan gulungan baru.</source>
        <translation>Kertas hampir habis: siapkan gulungan baru.</translation>
    </message>
    <message id="tech.fix.paper-out">
        <source>Kertas habis: ganti gulungan (--new-roll).</source>
        <translation>Kertas habis: ganti gulungan (--new-roll).</translation>
    </message>
    <message id="tech.fix.cover-open">
        <source>Tutup terbuka: tutup sampai berbunyi klik.</source>
        <translation>Tutup terbuka: tutup sampai berbunyi klik.</translation>
    </message>
    <message id="tech.fix.jam">
        <source>Pisau macet: matikan printer, buka tutup, keluarkan kertas, putar roda pisau ke tempatnya, nyalakan lagi.</source>
        <translation>Pisau macet: matikan printer, buka tutup, keluarkan kertas, putar roda pisau ke tempatnya, nyalakan lagi.</translation>
    </message>
    <message id="tech.fix.hot">
        <source>Kepala cetak panas: tunggu, jangan dimatikan.</source>
        <translation>Kepala cetak panas: tunggu, jangan dimatikan.</translation>
    </message>
    <message id="tech.fix.broken">
        <source>Matikan printer, tunggu sepuluh detik, nyalakan lagi. Bila tetap begini, ganti printer.</source>
        <translation>Matikan printer, tunggu sepuluh detik, nyalakan lagi. Bila tetap begini, ganti printer.</translation>
    </message>
    <message id="tech.fix.silent">
        <source>Printer tidak menjawab: periksa kabel, listrik dan alamat (IP, perangkat, kecepatan).</source>
        <translation>Printer tidak menjawab: periksa kabel, listrik dan alamat (IP, perangkat, kecepatan).</translation>
    </message>
    <message id="tech.fix.unknown">
        <source>Printer berhenti tanpa sebab yang terbaca: lihat lampunya, tekan tombol FEED.</source>
        <translation>Printer berhenti tanpa sebab yang terbaca: lihat lampunya, tekan tombol FEED.</translation>
    </message>
    <message id="tech.test.head">
        <source>Lembar uji printer</source>
        <translation>Lembar uji printer</translation>
    </message>
    <message id="tech.test.printed">
        <source>Dicetak</source>
        <translation>Dicetak</translation>
    </message>
    <message id="tech.test.ruler">
        <source>Penggaris (mm): garis di kedua ujung harus tercetak.</source>
        <translation>Penggaris (mm): garis di kedua ujung harus tercetak.</translation>
    </message>
    <message id="tech.test.greys">
        <source>Delapan abu-abu: semuanya harus tampak berbeda.</source>
        <translation>Delapan abu-abu: semuanya harus tampak berbeda.</translation>
    </message>
    <message id="tech.test.density">
        <source>Kepadatan: balok hitam rata, garis 1–4 titik terpisah.</source>
        <translation>Kepadatan: balok hitam rata, garis 1–4 titik terpisah.</translation>
    </message>
    <message id="tech.test.qr">
        <source>QR 3, 4, 5, 6 titik: catat yang terkecil yang terbaca HP.</source>
        <translation>QR 3, 4, 5, 6 titik: catat yang terkecil yang terbaca HP.</translation>
    </message>
    <message id="tech.test.code">
        <source>QR tiket terpanjang: harus terbaca.</source>
        <translation>QR tiket terpanjang: harus terbaca.</translation>
    </message>
    <message id="tech.test.letters">
        <source>Huruf terkecil 3 mm: aáéí 0123456789 KAMXURHFWL</source>
        <translation>Huruf terkecil 3 mm: aáéí 0123456789 KAMXURHFWL</translation>
    </message>
    <message id="tech.test.profile">
        <source>Profil</source>
        <translation>Profil</translation>
    </message>
    <message id="tech.test.link">
        <source>Sambungan</source>
        <translation>Sambungan</translation>
    </message>
    <message id="tech.test.width">
        <source>Lebar kepala</source>
        <translation>Lebar kepala</translation>
    </message>
    <message id="tech.test.dots">
        <source>{n} titik</source>
        <translation>{n} titik</translation>
    </message>
    <message id="tech.test.level">
        <source>Bukti cetak</source>
        <translation>Bukti cetak</translation>
    </message>
    <message id="tech.test.model">
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message id="tech.test.serial">
        <source>Nomor seri</source>
        <translation>Nomor seri</translation>
    </message>
    <message id="tech.test.firmware">
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message id="tech.test.cuts">
        <source>Jumlah potong</source>
        <translation>Jumlah potong</translation>
    </message>
    <message id="tech.test.paper">
        <source>Kertas terpakai</source>
        <translation>Kertas terpakai</translation>
    </message>
    <message id="tech.test.metres">
        <source>{n} m</source>
        <translation>{n} m</translation>
    </message>
    <message id="dock.title">
        <source>Dok demo Anjungan</source>
        <translation>Dok demo Anjungan</translation>
    </message>
    <message id="dock.camera">
        <source>Di depan kamera</source>
        <translation>Di depan kamera</translation>
    </message>
    <message id="dock.ikd">
        <source>QR IKD</source>
        <translation>QR IKD</translation>
    </message>
    <message id="dock.ikd.old">
        <source>QR IKD lama</source>
        <translation>QR IKD lama</translation>
    </message>
    <message id="dock.ticket">
        <source>QR tiket terakhir</source>
        <translation>QR tiket terakhir</translation>
    </message>
    <message id="dock.booking">
        <source>QR pendaftaran</source>
        <translation>QR pendaftaran</translation>
    </message>
    <message id="dock.foreign">
        <source>QR lain</source>
        <translation>QR lain</translation>
    </message>
    <message id="dock.hide">
        <source>Turunkan HP</source>
        <translation>Turunkan HP</translation>
    </message>
    <message id="dock.printer">
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message id="dock.paper.out">
        <source>Keluarkan kertas</source>
        <translation>Keluarkan kertas</translation>
    </message>
    <message id="dock.paper.in">
        <source>Pasang kertas</source>
        <translation>Pasang kertas</translation>
    </message>
    <message id="dock.cover.open">
        <source>Buka tutup</source>
        <translation>Buka tutup</translation>
    </message>
    <message id="dock.cover.close">
        <source>Tutup kembali</source>
        <translation>Tutup kembali</translation>
    </message>
    <message id="dock.network">
        <source>Jaringan</source>
        <translation>Jaringan</translation>
    </message>
    <message id="dock.network.cut">
        <source>Putuskan jaringan</source>
        <translation>Putuskan jaringan</translation>
    </message>
    <message id="dock.network.mend">
        <source>Sambungkan jaringan</source>
        <translation>Sambungkan jaringan</translation>
    </message>
    <message id="dock.paper.tray">
        <source>Kertas terakhir</source>
        <translation>Kertas terakhir</translation>
    </message>
    <message id="dock.take">
        <source>Ambil kertas</source>
        <translation>Ambil kertas</translation>
    </message>
    <message id="dock.ticket.none">
        <source>Belum ada tiket dicetak</source>
        <translation>Belum ada tiket dicetak</translation>
    </message>
    <message id="help.offline">
        <source>Jaringan terputus. Temui petugas di meja informasi.</source>
        <translation>Jaringan terputus. Temui petugas di meja informasi.</translation>
    </message>
    <message id="speech.choices">
        <source>{n} pilihan</source>
        <translation>{n} pilihan</translation>
    </message>
    <message id="speech.choices.one">
        <source>Satu pilihan</source>
        <translation>Satu pilihan</translation>
    </message>
    <message id="speech.chosen">
        <source>terpilih</source>
        <translation>terpilih</translation>
    </message>
    <message id="speech.unavailable">
        <source>tidak tersedia</source>
        <translation>tidak tersedia</translation>
    </message>
    <message id="speech.on">
        <source>menyala</source>
        <translation>menyala</translation>
    </message>
    <message id="speech.off">
        <source>mati</source>
        <translation>mati</translation>
    </message>
    <message id="speech.role.switch">
        <source>sakelar</source>
        <translation>sakelar</translation>
    </message>
    <message id="speech.role.field">
        <source>kolom isian</source>
        <translation>kolom isian</translation>
    </message>
    <message id="speech.role.tab">
        <source>tab</source>
        <translation>tab</translation>
    </message>
    <message id="speech.section.bar">
        <source>Pengaturan</source>
        <translation>Pengaturan</translation>
    </message>
    <message id="speech.section.keys">
        <source>Papan ketik</source>
        <translation>Papan ketik</translation>
    </message>
    <message id="speech.empty">
        <source>kosong</source>
        <translation>kosong</translation>
    </message>
    <message id="speech.deleted">
        <source>{sign} dihapus</source>
        <translation>{sign} dihapus</translation>
    </message>
    <message id="speech.cleared">
        <source>Semua dihapus</source>
        <translation>Semua dihapus</translation>
    </message>
    <message id="speech.ready">
        <source>Nomor Anda sudah siap</source>
        <translation>Nomor Anda sudah siap</translation>
    </message>
    <message id="speech.read">
        <source>QR terbaca</source>
        <translation>QR terbaca</translation>
    </message>
    <message id="speech.have">
        <source>Anda sudah punya nomor untuk layanan ini.</source>
        <translation>Anda sudah punya nomor untuk layanan ini.</translation>
    </message>
    <message id="speech.wait">
        <source>Tunggu dipanggil di {place}.</source>
        <translation>Tunggu dipanggil di {place}.</translation>
    </message>
    <message id="speech.masked">
        <source>disamarkan</source>
        <translation>disamarkan</translation>
    </message>
    <message id="speech.range">
        <source>{first} sampai {last}</source>
        <translation>{first} sampai {last}</translation>
    </message>
    <message id="speech.about">
        <source>kira-kira</source>
        <translation>kira-kira</translation>
    </message>
    <message id="speech.rupiah">
        <source>{amount} rupiah</source>
        <translation>{amount} rupiah</translation>
    </message>
    <message id="speech.volume">
        <source>Kuat suara {n}</source>
        <translation>Kuat suara {n}</translation>
    </message>
    <message id="speech.speed">
        <source>Kecepatan bicara {n}</source>
        <translation>Kecepatan bicara {n}</translation>
    </message>
    <message id="speech.sign.dash">
        <source>strip</source>
        <translation>strip</translation>
    </message>
    <message id="speech.sign.slash">
        <source>garis miring</source>
        <translation>garis miring</translation>
    </message>
    <message id="speech.sign.dot">
        <source>titik</source>
        <translation>titik</translation>
    </message>
    <message id="speech.sign.comma">
        <source>koma</source>
        <translation>koma</translation>
    </message>
    <message id="speech.sign.open">
        <source>kurung buka</source>
        <translation>kurung buka</translation>
    </message>
    <message id="speech.sign.close">
        <source>kurung tutup</source>
        <translation>kurung tutup</translation>
    </message>
    <message id="speech.sign.and">
        <source>dan</source>
        <translation>dan</translation>
    </message>
    <message id="speech.sign.plus">
        <source>tambah</source>
        <translation>tambah</translation>
    </message>
    <message id="speech.sign.apostrophe">
        <source>petik tunggal</source>
        <translation>petik tunggal</translation>
    </message>
    <message id="speech.sign.colon">
        <source>titik dua</source>
        <translation>titik dua</translation>
    </message>
    <message id="speech.sign.semicolon">
        <source>titik koma</source>
        <translation>titik koma</translation>
    </message>
    <message id="speech.sign.question">
        <source>tanda tanya</source>
        <translation>tanda tanya</translation>
    </message>
    <message id="speech.sign.exclamation">
        <source>tanda seru</source>
        <translation>tanda seru</translation>
    </message>
    <message id="speech.sign.at">
        <source>keong</source>
        <translation>keong</translation>
    </message>
    <message id="speech.sign.quote">
        <source>petik ganda</source>
        <translation>petik ganda</translation>
    </message>
    <message id="speech.sign.underscore">
        <source>garis bawah</source>
        <translation>garis bawah</translation>
    </message>
    <message id="stat.here">
        <source>Anjungan {kiosk} · dari catatan sendiri</source>
        <translation>Anjungan {kiosk} · dari catatan sendiri</translation>
    </message>
    <message id="stat.busy">
        <source>Menghitung…</source>
        <translation>Menghitung…</translation>
    </message>
    <message id="stat.failed">
        <source>Catatan anjungan ini tidak bisa dibaca.</source>
        <translation>Catatan anjungan ini tidak bisa dibaca.</translation>
    </message>
    <message id="stat.printed">
        <source>Tercetak</source>
        <translation>Tercetak</translation>
    </message>
    <message id="stat.printed.sub">
        <source>struk yang keluar</source>
        <translation>struk yang keluar</translation>
    </message>
    <message id="stat.booked">
        <source>Pendaftaran</source>
        <translation>Pendaftaran</translation>
    </message>
    <message id="stat.booked.sub">
        <source>dari semua nomor</source>
        <translation>dari semua nomor</translation>
    </message>
    <message id="stat.change.day">
        <source>{n}% dari {weekday} lalu</source>
        <translation>{n}% dari {weekday} lalu</translation>
    </message>
    <message id="stat.change.week">
        <source>{n}% dari 7 hari sebelumnya</source>
        <translation>{n}% dari 7 hari sebelumnya</translation>
    </message>
    <message id="stat.change.month">
        <source>{n}% dari 30 hari sebelumnya</source>
        <translation>{n}% dari 30 hari sebelumnya</translation>
    </message>
    <message id="stat.change.none">
        <source>belum ada pembanding</source>
        <translation>belum ada pembanding</translation>
    </message>
    <message id="stat.skm.sub">
        <source>mutu {grade} · {n} jawaban</source>
        <translation>mutu {grade} · {n} jawaban</translation>
    </message>
    <message id="stat.skm.none">
        <source>{n} jawaban</source>
        <translation>{n} jawaban</translation>
    </message>
    <message id="stat.heat">
        <source>Hari dan jam</source>
        <translation>Hari dan jam</translation>
    </message>
    <message id="stat.heat.sub">
        <source>makin gelap, makin banyak nomor; sentuh untuk angkanya</source>
        <translation>makin gelap, makin banyak nomor; sentuh untuk angkanya</translation>
    </message>
    <message id="stat.months">
        <source>Per bulan</source>
        <translation>Per bulan</translation>
    </message>
    <message id="stat.months.sub">
        <source>nomor dan nilai SKM; catatan disimpan 90 hari</source>
        <translation>nomor dan nilai SKM; catatan disimpan 90 hari</translation>
    </message>
    <message id="stat.hours.sub">
        <source>nomor yang diambil</source>
        <translation>nomor yang diambil</translation>
    </message>
    <message id="stat.way.assigned">
        <source>Dari server</source>
        <translation>Dari server</translation>
    </message>
    <message id="stat.way.own">
        <source>Tanpa server</source>
        <translation>Tanpa server</translation>
    </message>
    <message id="stat.way.booked">
        <source>Pendaftaran</source>
        <translation>Pendaftaran</translation>
    </message>
    <message id="stat.el.persyaratan">
        <source>Syarat</source>
        <translation>Syarat</translation>
    </message>
    <message id="stat.el.prosedur">
        <source>Prosedur</source>
        <translation>Prosedur</translation>
    </message>
    <message id="stat.el.waktu">
        <source>Waktu</source>
        <translation>Waktu</translation>
    </message>
    <message id="stat.el.biaya">
        <source>Biaya</source>
        <translation>Biaya</translation>
    </message>
    <message id="stat.el.produk">
        <source>Hasil</source>
        <translation>Hasil</translation>
    </message>
    <message id="stat.el.kompetensi">
        <source>Kemampuan</source>
        <translation>Kemampuan</translation>
    </message>
    <message id="stat.el.perilaku">
        <source>Sikap</source>
        <translation>Sikap</translation>
    </message>
    <message id="stat.el.pengaduan">
        <source>Pengaduan</source>
        <translation>Pengaduan</translation>
    </message>
    <message id="stat.el.sarana">
        <source>Sarana</source>
        <translation>Sarana</translation>
    </message>
    <message id="tech.roll.unseen">
        <source>Printer ini tidak memberi tahu. Ganti gulungan, tutup printer, lalu tekan Cetak uji.</source>
        <translation>Printer ini tidak memberi tahu. Ganti gulungan, tutup printer, lalu tekan Cetak uji.</translation>
    </message>
    <message id="tech.roll.again">
        <source>Lembar uji tidak keluar. Periksa kertas dan tutupnya, lalu tekan Cetak uji.</source>
        <translation>Lembar uji tidak keluar. Periksa kertas dan tutupnya, lalu tekan Cetak uji.</translation>
    </message>
    <message id="tech.touch.lead">
        <source>Sentuh tengah kotak biru.</source>
        <translation>Sentuh tengah kotak biru.</translation>
    </message>
    <message id="tech.touch.told">
        <source>{word}: meleset paling jauh {most} mm.</source>
        <translation>{word}: meleset paling jauh {most} mm.</translation>
    </message>
    <message id="tech.touch.dead">
        <source>Tidak bisa disentuh</source>
        <translation>Tidak bisa disentuh</translation>
    </message>
    <message id="tech.touch.again">
        <source>Ulangi</source>
        <translation>Ulangi</translation>
    </message>
    <message id="tech.l.camera">
        <source>Letak kamera</source>
        <translation>Letak kamera</translation>
    </message>
    <message id="tech.l.at.below">
        <source>Di bawah layar</source>
        <translation>Di bawah layar</translation>
    </message>
    <message id="tech.l.at.above">
        <source>Di atas layar</source>
        <translation>Di atas layar</translation>
    </message>
    <message id="tech.l.at.right">
        <source>Di kanan layar</source>
        <translation>Di kanan layar</translation>
    </message>
    <message id="tech.l.tall">
        <source>Layar tegak</source>
        <translation>Layar tegak</translation>
    </message>
    <message id="tech.l.wide">
        <source>Layar mendatar</source>
        <translation>Layar mendatar</translation>
    </message>
    <message id="tech.l.beyond">
        <source>Seluruh layar ada di bawah 1.200 mm</source>
        <translation>Seluruh layar ada di bawah 1.200 mm</translation>
    </message>
    <message id="tech.l.less">
        <source>Kurangi</source>
        <translation>Kurangi</translation>
    </message>
    <message id="tech.l.more">
        <source>Tambah</source>
        <translation>Tambah</translation>
    </message>
    <message id="tech.l.keep">
        <source>Simpan</source>
        <translation>Simpan</translation>
    </message>
    <message id="tech.l.kept">
        <source>Tersimpan dan sudah berlaku.</source>
        <translation>Tersimpan dan sudah berlaku.</translation>
    </message>
    <message id="tech.l.lost">
        <source>Berkas setelan tidak bisa ditulis. Belum ada yang berubah.</source>
        <translation>Berkas setelan tidak bisa ditulis. Belum ada yang berubah.</translation>
    </message>
    <message id="tech.log.busy">
        <source>Membaca catatan…</source>
        <translation>Membaca catatan…</translation>
    </message>
    <message id="tech.log.empty">
        <source>Belum ada catatan.</source>
        <translation>Belum ada catatan.</translation>
    </message>
    <message id="tech.log.unread">
        <source>Catatan tidak bisa dibaca.</source>
        <translation>Catatan tidak bisa dibaca.</translation>
    </message>
    <message id="tech.log.export">
        <source>Simpan ke USB</source>
        <translation>Simpan ke USB</translation>
    </message>
    <message id="tech.log.done">
        <source>Tersimpan di USB. Tunggu lampunya padam, lalu cabut.</source>
        <translation>Tersimpan di USB. Tunggu lampunya padam, lalu cabut.</translation>
    </message>
    <message id="tech.log.full">
        <source>USB penuh. Hapus isinya atau pakai yang lain.</source>
        <translation>USB penuh. Hapus isinya atau pakai yang lain.</translation>
    </message>
    <message id="tech.log.read-only">
        <source>USB tidak bisa ditulis. Pakai yang lain.</source>
        <translation>USB tidak bisa ditulis. Pakai yang lain.</translation>
    </message>
    <message id="tech.ask.restart.t">
        <source>Mulai ulang anjungan ini?</source>
        <translation>Mulai ulang anjungan ini?</translation>
    </message>
    <message id="tech.ask.restart.x">
        <source>Layar mati sebentar. Nomor yang sudah diambil tetap tersimpan.</source>
        <translation>Layar mati sebentar. Nomor yang sudah diambil tetap tersimpan.</translation>
    </message>
    <message id="tech.log.none">
        <source>Tidak ada USB. Pasang, tunggu sebentar, lalu coba lagi.</source>
        <translation>Tidak ada USB. Pasang, tunggu sebentar, lalu coba lagi.</translation>
    </message>
    <message id="tech.log.failed">
        <source>USB rusak atau dicabut. Coba yang lain.</source>
        <translation>USB rusak atau dicabut. Coba yang lain.</translation>
    </message>
    <message id="tech.aid.sharp">
        <source>Ketajaman {n} dari 100: {word}</source>
        <translation>Ketajaman {n} dari 100: {word}</translation>
    </message>
    <message id="tech.aid.light">
        <source>Cahaya {n} dari 100: {word}</source>
        <translation>Cahaya {n} dari 100: {word}</translation>
    </message>
    <message id="tech.aid.near">
        <source>Jarak: tahan kode di tengah.</source>
        <translation>Jarak: tahan kode di tengah.</translation>
    </message>
    <message id="tech.aid.closer">
        <source>Jarak: dekatkan.</source>
        <translation>Jarak: dekatkan.</translation>
    </message>
    <message id="tech.aid.back">
        <source>Jarak: jauhkan.</source>
        <translation>Jarak: jauhkan.</translation>
    </message>
    <message id="stat.cell">
        <source>{day} {hour}.00–{hour}.59: {n} nomor</source>
        <translation>{day} {hour}.00–{hour}.59: {n} nomor</translation>
    </message>
    <message id="stat.trend">
        <source>Nilai SKM per bulan</source>
        <translation>Nilai SKM per bulan</translation>
    </message>
    <message id="stat.trend.sub">
        <source>titik = nilai, pita = mutu</source>
        <translation>titik = nilai, pita = mutu</translation>
    </message>
    <message id="stat.trend.none">
        <source>Belum ada bulan yang semua unsurnya dijawab.</source>
        <translation>Belum ada bulan yang semua unsurnya dijawab.</translation>
    </message>
    <message id="stat.trend.point">
        <source>{month}: {value}, mutu {grade}</source>
        <translation>{month}: {value}, mutu {grade}</translation>
    </message>
    <message id="stat.grade.A">
        <source>A · Sangat baik</source>
        <translation>A · Sangat baik</translation>
    </message>
    <message id="stat.grade.B">
        <source>B · Baik</source>
        <translation>B · Baik</translation>
    </message>
    <message id="stat.grade.C">
        <source>C · Kurang baik</source>
        <translation>C · Kurang baik</translation>
    </message>
    <message id="stat.grade.D">
        <source>D · Tidak baik</source>
        <translation>D · Tidak baik</translation>
    </message>
    <message id="stat.export">
        <source>Simpan CSV ke USB</source>
        <translation>Simpan CSV ke USB</translation>
    </message>
    <message id="tech.log.saving">
        <source>Menyimpan…</source>
        <translation>Menyimpan…</translation>
    </message>
    <message id="tech.setup.skip">
        <source>Lewati</source>
        <translation>Lewati</translation>
    </message>
    <message id="tech.setup.later">
        <source>Dilewati</source>
        <translation>Dilewati</translation>
    </message>
    <message id="tech.setup.language">
        <source>Pilih bahasa</source>
        <translation>Pilih bahasa</translation>
    </message>
    <message id="tech.setup.panel">
        <source>Layar</source>
        <translation>Layar</translation>
    </message>
    <message id="tech.setup.camera">
        <source>Pilih kamera</source>
        <translation>Pilih kamera</translation>
    </message>
    <message id="tech.setup.scanner">
        <source>Pilih pemindai genggam</source>
        <translation>Pilih pemindai genggam</translation>
    </message>
    <message id="tech.setup.printer">
        <source>Pilih printer</source>
        <translation>Pilih printer</translation>
    </message>
    <message id="tech.setup.make">
        <source>Merek printer</source>
        <translation>Merek printer</translation>
    </message>
    <message id="tech.setup.width">
        <source>Lebar kertas</source>
        <translation>Lebar kertas</translation>
    </message>
    <message id="tech.setup.looking">
        <source>Mencari perangkat…</source>
        <translation>Mencari perangkat…</translation>
    </message>
    <message id="tech.setup.none.camera">
        <source>Kamera tidak ditemukan. Pasang kabelnya, lalu tekan Cari lagi. Tanpa kamera, tekan Lewati.</source>
        <translation>Kamera tidak ditemukan. Pasang kabelnya, lalu tekan Cari lagi. Tanpa kamera, tekan Lewati.</translation>
    </message>
    <message id="tech.setup.none.scanner">
        <source>Pemindai genggam tidak ditemukan.</source>
        <translation>Pemindai genggam tidak ditemukan.</translation>
    </message>
    <message id="tech.setup.none.printer">
        <source>Printer USB atau serial tidak ditemukan. Pasang kabelnya dan nyalakan, lalu tekan Cari lagi.</source>
        <translation>Printer USB atau serial tidak ditemukan. Pasang kabelnya dan nyalakan, lalu tekan Cari lagi.</translation>
    </message>
    <message id="tech.setup.printer.net">
        <source>Printer di jaringan</source>
        <translation>Printer di jaringan</translation>
    </message>
    <message id="tech.setup.make.any">
        <source>Printer ESC/POS lain</source>
        <translation>Printer ESC/POS lain</translation>
    </message>
    <message id="tech.setup.width.576">
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message id="tech.setup.width.384">
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message id="tech.setup.kind.usb">
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message id="tech.setup.kind.serial">
        <source>Serial</source>
        <translation>Serial</translation>
    </message>
    <message id="tech.setup.kind.keyboard">
        <source>Sebagai papan ketik</source>
        <translation>Sebagai papan ketik</translation>
    </message>
    <message id="tech.setup.kind.hid-pos">
        <source>HID-POS</source>
        <translation>HID-POS</translation>
    </message>
    <message id="tech.setup.kiosk">
        <source>Nama anjungan</source>
        <translation>Nama anjungan</translation>
    </message>
    <message id="tech.setup.kiosk.label">
        <source>Nama pendek, misalnya A-01. Tercetak di setiap tiket.</source>
        <translation>Nama pendek, misalnya A-01. Tercetak di setiap tiket.</translation>
    </message>
    <message id="tech.setup.kiosk.wrong">
        <source>Nama tidak boleh kosong.</source>
        <translation>Nama tidak boleh kosong.</translation>
    </message>
    <message id="tech.setup.tenant">
        <source>Nama pengelola</source>
        <translation>Nama pengelola</translation>
    </message>
    <message id="tech.setup.tenant.label">
        <source>Misalnya Kabupaten Cirebon. Tampil di layar dan tiket.</source>
        <translation>Misalnya Kabupaten Cirebon. Tampil di layar dan tiket.</translation>
    </message>
    <message id="tech.setup.tenant.wrong">
        <source>Nama tidak boleh kosong.</source>
        <translation>Nama tidak boleh kosong.</translation>
    </message>
    <message id="tech.setup.code">
        <source>Ketik kode pendaftaran</source>
        <translation>Ketik kode pendaftaran</translation>
    </message>
    <message id="tech.setup.code.label">
        <source>Teks di bawah kode QR, mulai dari ANJUNGAN1.</source>
        <translation>Teks di bawah kode QR, mulai dari ANJUNGAN1.</translation>
    </message>
    <message id="tech.setup.code.wrong">
        <source>Bukan kode pendaftaran. Periksa setiap hurufnya.</source>
        <translation>Bukan kode pendaftaran. Periksa setiap hurufnya.</translation>
    </message>
    <message id="tech.setup.address">
        <source>Alamat printer</source>
        <translation>Alamat printer</translation>
    </message>
    <message id="tech.setup.address.label">
        <source>Alamat angka, misalnya 192.168.1.50. Port biasa: 9100.</source>
        <translation>Alamat angka, misalnya 192.168.1.50. Port biasa: 9100.</translation>
    </message>
    <message id="tech.setup.address.wrong">
        <source>Bukan alamat angka. Contoh: 192.168.1.50 atau 192.168.1.50:9100.</source>
        <translation>Bukan alamat angka. Contoh: 192.168.1.50 atau 192.168.1.50:9100.</translation>
    </message>
    <message id="tech.setup.do.copy">
        <source>Salin dari anjungan lain</source>
        <translation>Salin dari anjungan lain</translation>
    </message>
    <message id="tech.setup.copy">
        <source>Salin anjungan lain</source>
        <translation>Salin anjungan lain</translation>
    </message>
    <message id="tech.setup.copy.first">
        <source>Di anjungan yang sudah jadi, jalankan: kiosk clone show</source>
        <translation>Di anjungan yang sudah jadi, jalankan: kiosk clone show</translation>
    </message>
    <message id="tech.setup.copy.second">
        <source>Tunjukkan kode QR-nya. Nama, kunci, dan PIN tidak ikut.</source>
        <translation>Tunjukkan kode QR-nya. Nama, kunci, dan PIN tidak ikut.</translation>
    </message>
    <message id="tech.setup.copy.blind">
        <source>Kamera belum menyala. Tekan Kembali untuk mengatur sendiri.</source>
        <translation>Kamera belum menyala. Tekan Kembali untuk mengatur sendiri.</translation>
    </message>
    <message id="tech.setup.copy.code.t">
        <source>Bukan kode salinan yang dapat dipakai</source>
        <translation>Bukan kode salinan yang dapat dipakai</translation>
    </message>
    <message id="tech.setup.copy.code.x">
        <source>Tunjukkan kode dari kiosk clone show, atau tekan Kembali.</source>
        <translation>Tunjukkan kode dari kiosk clone show, atau tekan Kembali.</translation>
    </message>
    <message id="tech.setup.copy.stick.t">
        <source>Salinan di stik USB tidak dapat dipakai</source>
        <translation>Salinan di stik USB tidak dapat dipakai</translation>
    </message>
    <message id="tech.setup.copy.stick.x">
        <source>Perlu satu berkas .anjungan di stik dan kata sandinya.</source>
        <translation>Perlu satu berkas .anjungan di stik dan kata sandinya.</translation>
    </message>
    <message id="tech.setup.passphrase">
        <source>Kata sandi salinan</source>
        <translation>Kata sandi salinan</translation>
    </message>
    <message id="tech.setup.passphrase.label">
        <source>Kata sandi dari kiosk clone save. Stik USB tetap terpasang.</source>
        <translation>Kata sandi dari kiosk clone save. Stik USB tetap terpasang.</translation>
    </message>
    <message id="tech.setup.passphrase.wrong">
        <source>Kata sandi itu paling sedikit 10 tanda.</source>
        <translation>Kata sandi itu paling sedikit 10 tanda.</translation>
    </message>
    <message id="tech.setup.do.stick">
        <source>Dari stik USB</source>
        <translation>Dari stik USB</translation>
    </message>
    <message id="tech.setup.do.look">
        <source>Cari lagi</source>
        <translation>Cari lagi</translation>
    </message>
    <message id="tech.setup.do.anew">
        <source>Daftar ulang</source>
        <translation>Daftar ulang</translation>
    </message>
    <message id="tech.setup.do.type">
        <source>Ketik kode</source>
        <translation>Ketik kode</translation>
    </message>
    <message id="tech.setup.do.probe">
        <source>Periksa lagi</source>
        <translation>Periksa lagi</translation>
    </message>
    <message id="tech.setup.do.print">
        <source>Cetak uji</source>
        <translation>Cetak uji</translation>
    </message>
    <message id="tech.setup.do.play">
        <source>Putar lagi</source>
        <translation>Putar lagi</translation>
    </message>
    <message id="tech.setup.do.heard">
        <source>Terdengar</source>
        <translation>Terdengar</translation>
    </message>
    <message id="tech.setup.do.unheard">
        <source>Tidak</source>
        <translation>Tidak</translation>
    </message>
    <message id="tech.setup.do.examine">
        <source>Periksa lagi</source>
        <translation>Periksa lagi</translation>
    </message>
    <message id="tech.setup.net.looking">
        <source>Memeriksa jaringan…</source>
        <translation>Memeriksa jaringan…</translation>
    </message>
    <message id="tech.setup.net.good">
        <source>Mesin ini punya alamat di jaringan.</source>
        <translation>Mesin ini punya alamat di jaringan.</translation>
    </message>
    <message id="tech.setup.net.none">
        <source>Belum ada alamat. Pasang kabel jaringan atau atur jaringan di sistem. Halaman ini memeriksa terus.</source>
        <translation>Belum ada alamat. Pasang kabel jaringan atau atur jaringan di sistem. Halaman ini memeriksa terus.</translation>
    </message>
    <message id="tech.setup.net.bare">
        <source>Tersambung, belum ada alamat</source>
        <translation>Tersambung, belum ada alamat</translation>
    </message>
    <message id="tech.setup.enrol">
        <source>Daftarkan anjungan</source>
        <translation>Daftarkan anjungan</translation>
    </message>
    <message id="tech.setup.enrolled">
        <source>Anjungan terdaftar</source>
        <translation>Anjungan terdaftar</translation>
    </message>
    <message id="tech.setup.central">
        <source>Server pusat</source>
        <translation>Server pusat</translation>
    </message>
    <message id="tech.setup.enrol.first">
        <source>Di server pusat, jalankan: central enrol</source>
        <translation>Di server pusat, jalankan: central enrol</translation>
    </message>
    <message id="tech.setup.enrol.second">
        <source>Tunjukkan kode QR yang tercetak di sana.</source>
        <translation>Tunjukkan kode QR yang tercetak di sana.</translation>
    </message>
    <message id="tech.setup.enrol.blind">
        <source>Kamera dan pemindai tidak menyala. Tekan Ketik kode.</source>
        <translation>Kamera dan pemindai tidak menyala. Tekan Ketik kode.</translation>
    </message>
    <message id="tech.setup.enrol.asking">
        <source>Menghubungi server pusat…</source>
        <translation>Menghubungi server pusat…</translation>
    </message>
    <message id="tech.setup.enrol.compare">
        <source>Bandingkan enam angka ini dengan yang ada di server pusat, lalu sahkan di sana: central enrol confirm</source>
        <translation>Bandingkan enam angka ini dengan yang ada di server pusat, lalu sahkan di sana: central enrol confirm</translation>
    </message>
    <message id="tech.setup.enrol.no-code.t">
        <source>Bukan kode pendaftaran</source>
        <translation>Bukan kode pendaftaran</translation>
    </message>
    <message id="tech.setup.enrol.no-code.x">
        <source>Tunjukkan kode QR dari perintah central enrol.</source>
        <translation>Tunjukkan kode QR dari perintah central enrol.</translation>
    </message>
    <message id="tech.setup.enrol.silent.t">
        <source>Server pusat tidak menjawab</source>
        <translation>Server pusat tidak menjawab</translation>
    </message>
    <message id="tech.setup.enrol.silent.x">
        <source>Periksa jaringan dan server pusat, lalu tunjukkan kodenya lagi.</source>
        <translation>Periksa jaringan dan server pusat, lalu tunjukkan kodenya lagi.</translation>
    </message>
    <message id="tech.setup.enrol.used.t">
        <source>Kode sudah terpakai atau kedaluwarsa</source>
        <translation>Kode sudah terpakai atau kedaluwarsa</translation>
    </message>
    <message id="tech.setup.enrol.used.x">
        <source>Buat kode baru di server pusat, lalu tunjukkan.</source>
        <translation>Buat kode baru di server pusat, lalu tunjukkan.</translation>
    </message>
    <message id="tech.setup.enrol.refused.t">
        <source>Ditolak di server pusat</source>
        <translation>Ditolak di server pusat</translation>
    </message>
    <message id="tech.setup.enrol.refused.x">
        <source>Angkanya tidak sama, atau tidak disahkan. Buat kode baru.</source>
        <translation>Angkanya tidak sama, atau tidak disahkan. Buat kode baru.</translation>
    </message>
    <message id="tech.setup.enrol.revoked.t">
        <source>Anjungan ini sudah dicabut</source>
        <translation>Anjungan ini sudah dicabut</translation>
    </message>
    <message id="tech.setup.enrol.revoked.x">
        <source>Hapus berkas device.key di folder data, lalu tunjukkan kode baru.</source>
        <translation>Hapus berkas device.key di folder data, lalu tunjukkan kode baru.</translation>
    </message>
    <message id="tech.setup.enrol.undecided.t">
        <source>Belum ada yang mengesahkan</source>
        <translation>Belum ada yang mengesahkan</translation>
    </message>
    <message id="tech.setup.enrol.undecided.x">
        <source>Buat kode baru, dan sahkan keenam angkanya di server pusat.</source>
        <translation>Buat kode baru, dan sahkan keenam angkanya di server pusat.</translation>
    </message>
    <message id="tech.setup.enrol.unbelieved.t">
        <source>Tanda tangan anjungan ditolak</source>
        <translation>Tanda tangan anjungan ditolak</translation>
    </message>
    <message id="tech.setup.enrol.unbelieved.x">
        <source>Cocokkan jam mesin ini dengan server pusat, lalu coba lagi.</source>
        <translation>Cocokkan jam mesin ini dengan server pusat, lalu coba lagi.</translation>
    </message>
    <message id="tech.setup.enrol.disk.t">
        <source>Pendaftaran tidak dapat disimpan</source>
        <translation>Pendaftaran tidak dapat disimpan</translation>
    </message>
    <message id="tech.setup.enrol.disk.x">
        <source>Periksa ruang dan hak tulis folder data, lalu coba lagi.</source>
        <translation>Periksa ruang dan hak tulis folder data, lalu coba lagi.</translation>
    </message>
    <message id="tech.setup.probing">
        <source>Bertanya kepada printer. Paling lama setengah menit…</source>
        <translation>Bertanya kepada printer. Paling lama setengah menit…</translation>
    </message>
    <message id="tech.setup.answers">
        <source>Jawaban printer</source>
        <translation>Jawaban printer</translation>
    </message>
    <message id="tech.setup.unprinted">
        <source>Tekan Cetak uji, lalu lihat lembarnya.</source>
        <translation>Tekan Cetak uji, lalu lihat lembarnya.</translation>
    </message>
    <message id="tech.setup.printed.ok">
        <source>Printer membuktikan lembarnya keluar.</source>
        <translation>Printer membuktikan lembarnya keluar.</translation>
    </message>
    <message id="tech.setup.printed.warn">
        <source>Terkirim. Lihat apakah lembarnya keluar.</source>
        <translation>Terkirim. Lihat apakah lembarnya keluar.</translation>
    </message>
    <message id="tech.setup.printed.bad">
        <source>Lembar tidak keluar. Periksa kertas, tutup, dan kabel.</source>
        <translation>Lembar tidak keluar. Periksa kertas, tutup, dan kabel.</translation>
    </message>
    <message id="tech.setup.sound">
        <source>Anjungan membunyikan satu nada.</source>
        <translation>Anjungan membunyikan satu nada.</translation>
    </message>
    <message id="tech.setup.pin">
        <source>PIN teknisi baru</source>
        <translation>PIN teknisi baru</translation>
    </message>
    <message id="tech.setup.pin.again">
        <source>Ulangi PIN-nya</source>
        <translation>Ulangi PIN-nya</translation>
    </message>
    <message id="tech.setup.pin.about">
        <source>{n} angka. Dengan PIN ini panel teknisi dibuka.</source>
        <translation>{n} angka. Dengan PIN ini panel teknisi dibuka.</translation>
    </message>
    <message id="tech.setup.pin.differs">
        <source>Keduanya tidak sama. Mulai lagi.</source>
        <translation>Keduanya tidak sama. Mulai lagi.</translation>
    </message>
    <message id="tech.setup.pin.weak">
        <source>PIN ini mudah ditebak. Pilih yang lain.</source>
        <translation>PIN ini mudah ditebak. Pilih yang lain.</translation>
    </message>
    <message id="tech.setup.pin.set">
        <source>PIN sudah ada. Ketik yang baru untuk menggantinya.</source>
        <translation>PIN sudah ada. Ketik yang baru untuk menggantinya.</translation>
    </message>
    <message id="tech.setup.step.panel">
        <source>Layar</source>
        <translation>Layar</translation>
    </message>
    <message id="tech.setup.step.name">
        <source>Nama</source>
        <translation>Nama</translation>
    </message>
    <message id="tech.setup.step.camera">
        <source>Pembaca kode</source>
        <translation>Pembaca kode</translation>
    </message>
    <message id="tech.setup.step.network">
        <source>Jaringan</source>
        <translation>Jaringan</translation>
    </message>
    <message id="tech.setup.step.enrol">
        <source>Pendaftaran</source>
        <translation>Pendaftaran</translation>
    </message>
    <message id="tech.setup.step.printer">
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message id="tech.setup.step.sound">
        <source>Suara</source>
        <translation>Suara</translation>
    </message>
    <message id="tech.setup.step.touch">
        <source>Layar sentuh</source>
        <translation>Layar sentuh</translation>
    </message>
    <message id="tech.setup.step.pin">
        <source>PIN teknisi</source>
        <translation>PIN teknisi</translation>
    </message>
    <message id="tech.setup.examining">
        <source>Memeriksa semuanya…</source>
        <translation>Memeriksa semuanya…</translation>
    </message>
    <message id="tech.setup.faults">
        <source>{n} perlu diperbaiki</source>
        <translation>{n} perlu diperbaiki</translation>
    </message>
    <message id="tech.setup.ready">
        <source>Siap melayani</source>
        <translation>Siap melayani</translation>
    </message>
    <message id="tech.setup.begin">
        <source>Mulai</source>
        <translation>Mulai</translation>
    </message>
</context>
</TS>
