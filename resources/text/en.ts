<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="id_ID">
<context>
    <name>anjungan</name>
    <message id="app.place">
        <source>Mal Pelayanan Publik</source>
        <translation>Public Service Mall</translation>
    </message>
    <message id="common.back">
        <source>Kembali</source>
        <translation>Back</translation>
    </message>
    <message id="common.next">
        <source>Lanjut</source>
        <translation>Next</translation>
    </message>
    <message id="common.done">
        <source>Selesai</source>
        <translation>Finish</translation>
    </message>
    <message id="common.exit">
        <source>Keluar</source>
        <translation>Exit</translation>
    </message>
    <message id="common.cancel">
        <source>Batal</source>
        <translation>Cancel</translation>
    </message>
    <message id="common.close">
        <source>Tutup</source>
        <translation>Close</translation>
    </message>
    <message id="common.yes">
        <source>Ya</source>
        <translation>Yes</translation>
    </message>
    <message id="common.no">
        <source>Tidak</source>
        <translation>No</translation>
    </message>
    <message id="common.retry">
        <source>Coba lagi</source>
        <translation>Try again</translation>
    </message>
    <message id="common.step">
        <source>Langkah {n} dari {total}</source>
        <translation>Step {n} of {total}</translation>
    </message>
    <message id="common.floor">
        <source>Lantai {n}</source>
        <translation>Floor {n}</translation>
    </message>
    <message id="common.counter">
        <source>Loket {n}</source>
        <translation>Counter {n}</translation>
    </message>
    <message id="common.people">
        <source>{n} orang</source>
        <translation>{n} people</translation>
    </message>
    <message id="common.minutes">
        <source>± {n} menit</source>
        <translation>about {n} min</translation>
    </message>
    <message id="common.free">
        <source>Gratis</source>
        <translation>Free</translation>
    </message>
    <message id="common.queue.n">
        <source>{n} antre</source>
        <translation>{n} waiting</translation>
    </message>
    <message id="common.queue.none">
        <source>Tanpa antre</source>
        <translation>No queue</translation>
    </message>
    <message id="common.queue.closed">
        <source>Tutup</source>
        <translation>Closed</translation>
    </message>
    <message id="common.queue.full">
        <source>Kuota habis</source>
        <translation>Fully booked</translation>
    </message>
    <message id="common.queue.opens">
        <source>Buka pukul {time}</source>
        <translation>Opens at {time}</translation>
    </message>
    <message id="bar.language">
        <source>Bahasa</source>
        <translation>Language</translation>
    </message>
    <message id="bar.text">
        <source>Huruf</source>
        <translation>Text size</translation>
    </message>
    <message id="bar.contrast">
        <source>Kontras</source>
        <translation>Contrast</translation>
    </message>
    <message id="bar.audio">
        <source>Suara</source>
        <translation>Audio</translation>
    </message>
    <message id="bar.wheelchair">
        <source>Kursi roda</source>
        <translation>Wheelchair</translation>
    </message>
    <message id="bar.help">
        <source>Bantuan</source>
        <translation>Help</translation>
    </message>
    <message id="idle.title">
        <source>Urus apa hari ini?</source>
        <translation>What do you need today?</translation>
    </message>
    <message id="idle.open">
        <source>Buka sampai {time}</source>
        <translation>Open until {time}</translation>
    </message>
    <message id="idle.closed">
        <source>Tutup. Buka lagi {day} pukul {time}</source>
        <translation>Closed. Opens {day} at {time}</translation>
    </message>
    <message id="idle.wait">
        <source>Menunggu ± {n} menit</source>
        <translation>Waiting about {n} min</translation>
    </message>
    <message id="idle.take">
        <source>Ambil nomor antrean</source>
        <translation>Get a queue number</translation>
    </message>
    <message id="idle.take.sub">
        <source>{services} layanan dari {agencies} instansi</source>
        <translation>{services} services from {agencies} agencies</translation>
    </message>
    <message id="idle.booking">
        <source>Sudah daftar online</source>
        <translation>I have a booking</translation>
    </message>
    <message id="idle.rate">
        <source>Beri nilai layanan</source>
        <translation>Rate our service</translation>
    </message>
    <message id="idle.hint.title">
        <source>Punya QR IKD atau QR antrean?</source>
        <translation>Have an IKD or queue QR?</translation>
    </message>
    <message id="idle.hint.text">
        <source>Langsung tunjukkan ke pemindai.</source>
        <translation>Show it to the scanner now.</translation>
    </message>
    <message id="lang.name">
        <source>Indonesia</source>
        <translation>English</translation>
    </message>
    <message id="scan.title">
        <source>Tunjukkan QR IKD Anda</source>
        <translation>Show your IKD QR code</translation>
    </message>
    <message id="scan.s1">
        <source>Buka aplikasi IKD, masukkan PIN.</source>
        <translation>Open the IKD app and enter your PIN.</translation>
    </message>
    <message id="scan.s2">
        <source>Tampilkan kode QR di HP.</source>
        <translation>Show the QR code on your phone.</translation>
    </message>
    <message id="scan.s3.below">
        <source>Dekatkan HP ke kamera di bawah layar.</source>
        <translation>Hold the phone near the camera below the screen.</translation>
    </message>
    <message id="scan.s3.above">
        <source>Dekatkan HP ke kamera di atas layar.</source>
        <translation>Hold the phone near the camera above the screen.</translation>
    </message>
    <message id="scan.s3.right">
        <source>Dekatkan HP ke kamera di sebelah kanan.</source>
        <translation>Hold the phone near the camera on the right.</translation>
    </message>
    <message id="scan.s3.scanner.below">
        <source>Dekatkan HP ke pemindai di bawah layar.</source>
        <translation>Hold the phone near the scanner below the screen.</translation>
    </message>
    <message id="scan.s3.scanner.above">
        <source>Dekatkan HP ke pemindai di atas layar.</source>
        <translation>Hold the phone near the scanner above the screen.</translation>
    </message>
    <message id="scan.s3.scanner.right">
        <source>Dekatkan HP ke pemindai di sebelah kanan.</source>
        <translation>Hold the phone near the scanner on the right.</translation>
    </message>
    <message id="scan.looking">
        <source>Mencari QR…</source>
        <translation>Looking for a QR code…</translation>
    </message>
    <message id="scan.hint.closer">
        <source>Dekatkan sedikit.</source>
        <translation>A little closer.</translation>
    </message>
    <message id="scan.hint.back">
        <source>Jauhkan sedikit.</source>
        <translation>A little further away.</translation>
    </message>
    <message id="scan.hint.bright">
        <source>Terangkan layar HP.</source>
        <translation>Turn up your phone brightness.</translation>
    </message>
    <message id="scan.hint.still">
        <source>Tahan HP sebentar.</source>
        <translation>Hold the phone still.</translation>
    </message>
    <message id="scan.reading">
        <source>QR terbaca. Sebentar…</source>
        <translation>QR found. One moment…</translation>
    </message>
    <message id="scan.ok">
        <source>Halo, {name}</source>
        <translation>Hello, {name}</translation>
    </message>
    <message id="scan.privacy">
        <source>Gambar kamera tidak disimpan.</source>
        <translation>Camera images are not stored.</translation>
    </message>
    <message id="scan.without">
        <source>Lanjut tanpa IKD</source>
        <translation>Continue without IKD</translation>
    </message>
    <message id="scan.without.note">
        <source>Bawa KTP-el asli ke loket.</source>
        <translation>Bring your ID card to the counter.</translation>
    </message>
    <message id="cat.title.name">
        <source>Pilih layanan, {name}</source>
        <translation>Choose a service, {name}</translation>
    </message>
    <message id="cat.title">
        <source>Pilih layanan</source>
        <translation>Choose a service</translation>
    </message>
    <message id="cat.popular">
        <source>Sering dipilih</source>
        <translation>Most chosen</translation>
    </message>
    <message id="cat.life">
        <source>Peristiwa hidup</source>
        <translation>Life events</translation>
    </message>
    <message id="cat.tab.life">
        <source>Peristiwa</source>
        <translation>Events</translation>
    </message>
    <message id="cat.tab.agency">
        <source>Instansi</source>
        <translation>Agencies</translation>
    </message>
    <message id="cat.agencies">
        <source>Semua instansi</source>
        <translation>All agencies</translation>
    </message>
    <message id="cat.search">
        <source>Cari</source>
        <translation>Search</translation>
    </message>
    <message id="cat.search.long">
        <source>Cari layanan</source>
        <translation>Search services</translation>
    </message>
    <message id="search.placeholder">
        <source>Ketik nama layanan</source>
        <translation>Type a service name</translation>
    </message>
    <message id="search.results">
        <source>{n} layanan ditemukan</source>
        <translation>{n} services found</translation>
    </message>
    <message id="search.none">
        <source>Belum ada hasil untuk “{q}”.</source>
        <translation>No result for “{q}”.</translation>
    </message>
    <message id="search.none.tip">
        <source>Coba kata lain, misalnya KTP, SIM, izin.</source>
        <translation>Try another word, such as ID card, licence, permit.</translation>
    </message>
    <message id="kb.space">
        <source>spasi</source>
        <translation>space</translation>
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
        <translation>Hide</translation>
    </message>
    <message id="agency.title">
        <source>Pilih instansi</source>
        <translation>Choose an agency</translation>
    </message>
    <message id="agency.services">
        <source>{n} layanan</source>
        <translation>{n} services</translation>
    </message>
    <message id="list.page">
        <source>Halaman {n} dari {total}</source>
        <translation>Page {n} of {total}</translation>
    </message>
    <message id="list.up">
        <source>Naik</source>
        <translation>Up</translation>
    </message>
    <message id="list.down">
        <source>Turun</source>
        <translation>Down</translation>
    </message>
    <message id="det.waiting">
        <source>Menunggu</source>
        <translation>Waiting</translation>
    </message>
    <message id="det.eta">
        <source>Dipanggil kira-kira pukul</source>
        <translation>Called at about</translation>
    </message>
    <message id="det.eta.unknown">
        <source>Waktu belum bisa diperkirakan</source>
        <translation>No estimate yet</translation>
    </message>
    <message id="det.req">
        <source>Yang perlu dibawa</source>
        <translation>What to bring</translation>
    </message>
    <message id="det.req.none">
        <source>Tidak ada syarat khusus.</source>
        <translation>Nothing special to bring.</translation>
    </message>
    <message id="det.save">
        <source>Simpan ke HP</source>
        <translation>Save to phone</translation>
    </message>
    <message id="det.save.title">
        <source>Pindai untuk menyimpan syarat</source>
        <translation>Scan to save this list</translation>
    </message>
    <message id="det.fee">
        <source>Biaya {amount}</source>
        <translation>Fee {amount}</translation>
    </message>
    <message id="det.duration">
        <source>Selesai {duration}</source>
        <translation>Takes {duration}</translation>
    </message>
    <message id="det.more">
        <source>Baca lanjutannya</source>
        <translation>Read more</translation>
    </message>
    <message id="det.prio">
        <source>Perlu antrean prioritas?</source>
        <translation>Need priority?</translation>
    </message>
    <message id="det.prio.who">
        <source>Lansia, disabilitas, hamil, membawa bayi</source>
        <translation>Older people, disability, pregnant, with a baby</translation>
    </message>
    <message id="det.prio.on">
        <source>Prioritas dipilih</source>
        <translation>Priority selected</translation>
    </message>
    <message id="det.take">
        <source>Ambil nomor</source>
        <translation>Get number</translation>
    </message>
    <message id="det.bookonly">
        <source>Layanan ini hanya lewat daftar online.</source>
        <translation>This service is by online booking only.</translation>
    </message>
    <message id="det.noikd">
        <source>Bawa KTP-el asli</source>
        <translation>Bring your ID card</translation>
    </message>
    <message id="det.have">
        <source>Anda sudah punya nomor {number} untuk layanan ini.</source>
        <translation>You already have number {number} for this service.</translation>
    </message>
    <message id="det.have.show">
        <source>Tampilkan nomor saya</source>
        <translation>Show my number</translation>
    </message>
    <message id="issue.wait">
        <source>Menyiapkan nomor Anda…</source>
        <translation>Preparing your number…</translation>
    </message>
    <message id="issue.print">
        <source>Mencetak…</source>
        <translation>Printing…</translation>
    </message>
    <message id="done.title">
        <source>Ini nomor Anda</source>
        <translation>This is your number</translation>
    </message>
    <message id="done.sub.below">
        <source>Kertas keluar di bawah layar</source>
        <translation>Your paper comes out below the screen</translation>
    </message>
    <message id="done.sub.right">
        <source>Kertas keluar di sebelah kanan</source>
        <translation>Your paper comes out on the right</translation>
    </message>
    <message id="done.where.below">
        <source>di bawah layar</source>
        <translation>below the screen</translation>
    </message>
    <message id="done.where.right">
        <source>di sebelah kanan</source>
        <translation>on the right</translation>
    </message>
    <message id="done.printed">
        <source>Tercetak {where}</source>
        <translation>Printed {where}</translation>
    </message>
    <message id="done.probably">
        <source>Kemungkinan tercetak {where}</source>
        <translation>Probably printed {where}</translation>
    </message>
    <message id="done.sent">
        <source>Terkirim ke printer {where}</source>
        <translation>Sent to the printer {where}</translation>
    </message>
    <message id="done.hot">
        <source>Sebentar, printer mendingin</source>
        <translation>One moment, the printer is cooling down</translation>
    </message>
    <message id="done.checking">
        <source>Sedang memeriksa tiket Anda</source>
        <translation>We are checking your ticket</translation>
    </message>
    <message id="done.ahead">
        <source>Di depan Anda</source>
        <translation>Ahead of you</translation>
    </message>
    <message id="done.eta">
        <source>Dipanggil kira-kira</source>
        <translation>Called at about</translation>
    </message>
    <message id="done.i1">
        <source>Ambil kertas nomor.</source>
        <translation>Take your paper.</translation>
    </message>
    <message id="done.take">
        <source>Ambil tiket Anda.</source>
        <translation>Take your ticket.</translation>
    </message>
    <message id="done.i2">
        <source>Duduk di ruang tunggu {place}.</source>
        <translation>Sit in the waiting area, {place}.</translation>
    </message>
    <message id="done.i3">
        <source>Tunggu nomor dipanggil.</source>
        <translation>Wait for your number to be called.</translation>
    </message>
    <message id="done.save">
        <source>Simpan di HP</source>
        <translation>Save to phone</translation>
    </message>
    <message id="done.more">
        <source>Layanan lain</source>
        <translation>Another service</translation>
    </message>
    <message id="done.prio">
        <source>Antrean prioritas</source>
        <translation>Priority queue</translation>
    </message>
    <message id="done.reprint">
        <source>Cetak lagi</source>
        <translation>Print again</translation>
    </message>
    <message id="paper.title">
        <source>Kertas habis, nomor Anda tetap berlaku.</source>
        <translation>No paper, but your number is valid.</translation>
    </message>
    <message id="paper.sub">
        <source>Simpan nomor di HP. Tidak perlu antre ulang.</source>
        <translation>Save it on your phone. No need to queue again.</translation>
    </message>
    <message id="paper.cut">
        <source>Sebagian tiket batal. Simpan nomor di HP.</source>
        <translation>Part of a ticket is void. Save the number on your phone.</translation>
    </message>
    <message id="paper.scan">
        <source>Pindai untuk menyimpan</source>
        <translation>Scan to save</translation>
    </message>
    <message id="paper.i1">
        <source>Buka kamera HP, arahkan ke kode QR.</source>
        <translation>Open your phone camera and point it at the QR code.</translation>
    </message>
    <message id="paper.i2">
        <source>Atau foto layar ini.</source>
        <translation>Or take a photo of this screen.</translation>
    </message>
    <message id="paper.i3">
        <source>Tidak bawa HP? Panggil petugas.</source>
        <translation>No phone? Call staff.</translation>
    </message>
    <message id="paper.saved">
        <source>Sudah disimpan</source>
        <translation>I saved it</translation>
    </message>
    <message id="paper.staff">
        <source>Panggil petugas</source>
        <translation>Call staff</translation>
    </message>
    <message id="paper.before">
        <source>Kertas sedang habis. Nomor bisa disimpan di HP.</source>
        <translation>Paper has run out. You can keep the number on your phone.</translation>
    </message>
    <message id="paper.take">
        <source>Ambil kertas Anda dari printer</source>
        <translation>Take your paper from the printer</translation>
    </message>
    <message id="jam.title">
        <source>Kertas tersangkut, nomor Anda tetap berlaku.</source>
        <translation>Paper is stuck, but your number is valid.</translation>
    </message>
    <message id="paper.cover.title">
        <source>Printer sedang dibuka petugas, nomor Anda tetap berlaku.</source>
        <translation>Staff have opened the printer, but your number is valid.</translation>
    </message>
    <message id="paper.off.title">
        <source>Printer tidak menyala, nomor Anda tetap berlaku.</source>
        <translation>The printer is not working, but your number is valid.</translation>
    </message>
    <message id="paper.doubt.title">
        <source>Apakah tiket sudah keluar? Nomor Anda tetap berlaku.</source>
        <translation>Did your ticket come out? Your number is valid.</translation>
    </message>
    <message id="chk.title">
        <source>Tunjukkan QR pendaftaran</source>
        <translation>Show your booking QR code</translation>
    </message>
    <message id="chk.sub">
        <source>QR ada di aplikasi MPP Digital, menu Antrean.</source>
        <translation>It is in the MPP Digital app, under Queue.</translation>
    </message>
    <message id="chk.code">
        <source>Ketik kode daftar</source>
        <translation>Type booking code</translation>
    </message>
    <message id="chk.code.label">
        <source>Kode daftar, {n} huruf atau angka</source>
        <translation>Booking code, {n} characters</translation>
    </message>
    <message id="chk.find">
        <source>Cari pendaftaran</source>
        <translation>Find my booking</translation>
    </message>
    <message id="chk.blind">
        <source>Ketik kode daftar Anda, atau panggil petugas.</source>
        <translation>Type your booking code, or call staff.</translation>
    </message>
    <message id="chk.retype">
        <source>Ketik ulang</source>
        <translation>Type again</translation>
    </message>
    <message id="chk.found">
        <source>Pendaftaran Anda</source>
        <translation>Your booking</translation>
    </message>
    <message id="chk.time">
        <source>Jadwal</source>
        <translation>Scheduled</translation>
    </message>
    <message id="chk.confirm">
        <source>Lapor datang</source>
        <translation>Check in</translation>
    </message>
    <message id="chk.early">
        <source>Anda datang lebih awal. Nomor dipanggil mulai pukul {time}.</source>
        <translation>You are early. Your number is called from {time}.</translation>
    </message>
    <message id="chk.fresh">
        <source>Ambil nomor baru</source>
        <translation>Get a new number</translation>
    </message>
    <message id="chk.done">
        <source>Anda sudah lapor datang</source>
        <translation>You are checked in</translation>
    </message>
    <message id="skm.title">
        <source>Beri nilai layanan</source>
        <translation>Rate our service</translation>
    </message>
    <message id="skm.start.scan">
        <source>Pindai QR di kertas nomor Anda</source>
        <translation>Scan the QR on your ticket</translation>
    </message>
    <message id="skm.start.pick">
        <source>Pilih instansi</source>
        <translation>Choose the agency</translation>
    </message>
    <message id="skm.time">
        <source>9 pertanyaan, kira-kira 1 menit</source>
        <translation>9 questions, about 1 minute</translation>
    </message>
    <message id="skm.progress">
        <source>Pertanyaan {n} dari {total}</source>
        <translation>Question {n} of {total}</translation>
    </message>
    <message id="skm.anon">
        <source>Jawaban Anda tidak memakai nama.</source>
        <translation>Your answers are anonymous.</translation>
    </message>
    <message id="skm.skip">
        <source>Lewati pertanyaan</source>
        <translation>Skip question</translation>
    </message>
    <message id="skm.end">
        <source>Selesai</source>
        <translation>Finish</translation>
    </message>
    <message id="skm.send">
        <source>Kirim</source>
        <translation>Send</translation>
    </message>
    <message id="skm.done">
        <source>Tiket ini sudah dinilai</source>
        <translation>This ticket was already rated</translation>
    </message>
    <message id="skm.persyaratan">
        <source>Bagaimana kesesuaian syarat dengan jenis layanan?</source>
        <translation>Did the requirements match the service?</translation>
    </message>
    <message id="skm.persyaratan.1">
        <source>Tidak sesuai</source>
        <translation>Did not match</translation>
    </message>
    <message id="skm.persyaratan.2">
        <source>Kurang sesuai</source>
        <translation>Partly</translation>
    </message>
    <message id="skm.persyaratan.3">
        <source>Sesuai</source>
        <translation>Matched</translation>
    </message>
    <message id="skm.persyaratan.4">
        <source>Sangat sesuai</source>
        <translation>Matched well</translation>
    </message>
    <message id="skm.prosedur">
        <source>Bagaimana kemudahan prosedur pelayanan?</source>
        <translation>How easy was the procedure?</translation>
    </message>
    <message id="skm.prosedur.1">
        <source>Tidak mudah</source>
        <translation>Not easy</translation>
    </message>
    <message id="skm.prosedur.2">
        <source>Kurang mudah</source>
        <translation>Not very easy</translation>
    </message>
    <message id="skm.prosedur.3">
        <source>Mudah</source>
        <translation>Easy</translation>
    </message>
    <message id="skm.prosedur.4">
        <source>Sangat mudah</source>
        <translation>Very easy</translation>
    </message>
    <message id="skm.waktu">
        <source>Bagaimana kecepatan waktu pelayanan?</source>
        <translation>How fast was the service?</translation>
    </message>
    <message id="skm.waktu.1">
        <source>Tidak cepat</source>
        <translation>Not fast</translation>
    </message>
    <message id="skm.waktu.2">
        <source>Kurang cepat</source>
        <translation>Not very fast</translation>
    </message>
    <message id="skm.waktu.3">
        <source>Cepat</source>
        <translation>Fast</translation>
    </message>
    <message id="skm.waktu.4">
        <source>Sangat cepat</source>
        <translation>Very fast</translation>
    </message>
    <message id="skm.biaya">
        <source>Bagaimana kewajaran biaya pelayanan?</source>
        <translation>How fair was the fee?</translation>
    </message>
    <message id="skm.biaya.1">
        <source>Sangat mahal</source>
        <translation>Very expensive</translation>
    </message>
    <message id="skm.biaya.2">
        <source>Cukup mahal</source>
        <translation>Rather expensive</translation>
    </message>
    <message id="skm.biaya.3">
        <source>Murah</source>
        <translation>Cheap</translation>
    </message>
    <message id="skm.biaya.4">
        <source>Gratis</source>
        <translation>Free</translation>
    </message>
    <message id="skm.produk">
        <source>Apakah hasil layanan sesuai dengan yang dijanjikan?</source>
        <translation>Did you get what was promised?</translation>
    </message>
    <message id="skm.produk.1">
        <source>Tidak sesuai</source>
        <translation>No</translation>
    </message>
    <message id="skm.produk.2">
        <source>Kurang sesuai</source>
        <translation>Partly</translation>
    </message>
    <message id="skm.produk.3">
        <source>Sesuai</source>
        <translation>Yes</translation>
    </message>
    <message id="skm.produk.4">
        <source>Sangat sesuai</source>
        <translation>Fully</translation>
    </message>
    <message id="skm.kompetensi">
        <source>Bagaimana kemampuan petugas?</source>
        <translation>How skilled were the staff?</translation>
    </message>
    <message id="skm.kompetensi.1">
        <source>Tidak mampu</source>
        <translation>Not skilled</translation>
    </message>
    <message id="skm.kompetensi.2">
        <source>Kurang mampu</source>
        <translation>Not very skilled</translation>
    </message>
    <message id="skm.kompetensi.3">
        <source>Mampu</source>
        <translation>Skilled</translation>
    </message>
    <message id="skm.kompetensi.4">
        <source>Sangat mampu</source>
        <translation>Very skilled</translation>
    </message>
    <message id="skm.perilaku">
        <source>Bagaimana kesopanan dan keramahan petugas?</source>
        <translation>How polite and friendly were the staff?</translation>
    </message>
    <message id="skm.perilaku.1">
        <source>Tidak sopan</source>
        <translation>Not polite</translation>
    </message>
    <message id="skm.perilaku.2">
        <source>Kurang sopan</source>
        <translation>Not very polite</translation>
    </message>
    <message id="skm.perilaku.3">
        <source>Sopan</source>
        <translation>Polite</translation>
    </message>
    <message id="skm.perilaku.4">
        <source>Sangat sopan</source>
        <translation>Very polite</translation>
    </message>
    <message id="skm.pengaduan">
        <source>Bagaimana penanganan pengaduan?</source>
        <translation>How are complaints handled?</translation>
    </message>
    <message id="skm.pengaduan.1">
        <source>Tidak ada</source>
        <translation>None</translation>
    </message>
    <message id="skm.pengaduan.2">
        <source>Ada, tidak berfungsi</source>
        <translation>Exists, not working</translation>
    </message>
    <message id="skm.pengaduan.3">
        <source>Kurang maksimal</source>
        <translation>Not fully working</translation>
    </message>
    <message id="skm.pengaduan.4">
        <source>Dikelola baik</source>
        <translation>Well managed</translation>
    </message>
    <message id="skm.sarana">
        <source>Bagaimana mutu sarana dan prasarana?</source>
        <translation>How good are the facilities?</translation>
    </message>
    <message id="skm.sarana.1">
        <source>Buruk</source>
        <translation>Poor</translation>
    </message>
    <message id="skm.sarana.2">
        <source>Cukup</source>
        <translation>Fair</translation>
    </message>
    <message id="skm.sarana.3">
        <source>Baik</source>
        <translation>Good</translation>
    </message>
    <message id="skm.sarana.4">
        <source>Sangat baik</source>
        <translation>Very good</translation>
    </message>
    <message id="skm.profile">
        <source>Sedikit tentang Anda (boleh dilewati)</source>
        <translation>A little about you (optional)</translation>
    </message>
    <message id="skm.gender">
        <source>Jenis kelamin</source>
        <translation>Gender</translation>
    </message>
    <message id="skm.gender.f">
        <source>Perempuan</source>
        <translation>Woman</translation>
    </message>
    <message id="skm.gender.m">
        <source>Laki-laki</source>
        <translation>Man</translation>
    </message>
    <message id="skm.age">
        <source>Usia</source>
        <translation>Age</translation>
    </message>
    <message id="skm.age.under-18">
        <source>Di bawah 18 tahun</source>
        <translation>Under 18</translation>
    </message>
    <message id="skm.age.18-25">
        <source>18–25 tahun</source>
        <translation>18–25</translation>
    </message>
    <message id="skm.age.26-40">
        <source>26–40 tahun</source>
        <translation>26–40</translation>
    </message>
    <message id="skm.age.41-60">
        <source>41–60 tahun</source>
        <translation>41–60</translation>
    </message>
    <message id="skm.age.over-60">
        <source>Di atas 60 tahun</source>
        <translation>Over 60</translation>
    </message>
    <message id="skm.edu">
        <source>Pendidikan terakhir</source>
        <translation>Education</translation>
    </message>
    <message id="skm.edu.sd">
        <source>SD</source>
        <translation>Primary school</translation>
    </message>
    <message id="skm.edu.smp">
        <source>SMP</source>
        <translation>Junior high school</translation>
    </message>
    <message id="skm.edu.sma">
        <source>SMA/SMK</source>
        <translation>Senior high school</translation>
    </message>
    <message id="skm.edu.diploma">
        <source>Diploma</source>
        <translation>Diploma</translation>
    </message>
    <message id="skm.edu.sarjana">
        <source>Sarjana</source>
        <translation>Bachelor’s degree</translation>
    </message>
    <message id="skm.edu.pascasarjana">
        <source>Pascasarjana</source>
        <translation>Postgraduate</translation>
    </message>
    <message id="skm.job">
        <source>Pekerjaan</source>
        <translation>Occupation</translation>
    </message>
    <message id="skm.job.asn">
        <source>ASN</source>
        <translation>Civil servant</translation>
    </message>
    <message id="skm.job.tni-polri">
        <source>TNI/Polri</source>
        <translation>Military or police</translation>
    </message>
    <message id="skm.job.swasta">
        <source>Pegawai swasta</source>
        <translation>Private sector</translation>
    </message>
    <message id="skm.job.wirausaha">
        <source>Wirausaha</source>
        <translation>Self-employed</translation>
    </message>
    <message id="skm.job.pelajar">
        <source>Pelajar/mahasiswa</source>
        <translation>Student</translation>
    </message>
    <message id="skm.job.lainnya">
        <source>Lainnya</source>
        <translation>Other</translation>
    </message>
    <message id="skm.comment">
        <source>Saran (boleh dilewati)</source>
        <translation>Suggestion (optional)</translation>
    </message>
    <message id="skm.comment.left">
        <source>Sisa {n} huruf</source>
        <translation>{n} characters left</translation>
    </message>
    <message id="skm.thanks">
        <source>Terima kasih</source>
        <translation>Thank you</translation>
    </message>
    <message id="skm.thanks.sub">
        <source>Nilai Anda membantu kami memperbaiki layanan.</source>
        <translation>Your rating helps us improve.</translation>
    </message>
    <message id="help.title">
        <source>Butuh bantuan?</source>
        <translation>Need help?</translation>
    </message>
    <message id="help.call">
        <source>Panggil petugas</source>
        <translation>Call staff</translation>
    </message>
    <message id="help.called">
        <source>Petugas menuju ke sini.</source>
        <translation>Staff are on the way.</translation>
    </message>
    <message id="help.howto">
        <source>Cara memakai anjungan</source>
        <translation>How to use this kiosk</translation>
    </message>
    <message id="help.end">
        <source>Akhiri dan hapus data saya</source>
        <translation>End and clear my data</translation>
    </message>
    <message id="howto.title">
        <source>Cara memakai anjungan</source>
        <translation>How to use this kiosk</translation>
    </message>
    <message id="howto.1">
        <source>Sentuh tombol di layar.</source>
        <translation>Touch a button.</translation>
    </message>
    <message id="howto.2">
        <source>Pilih layanan Anda.</source>
        <translation>Choose your service.</translation>
    </message>
    <message id="howto.3">
        <source>Ambil kertas nomor.</source>
        <translation>Take your paper.</translation>
    </message>
    <message id="howto.4">
        <source>Tunggu nomor dipanggil.</source>
        <translation>Wait for your number.</translation>
    </message>
    <message id="text.title">
        <source>Ukuran huruf</source>
        <translation>Text size</translation>
    </message>
    <message id="text.1">
        <source>Biasa</source>
        <translation>Normal</translation>
    </message>
    <message id="text.2">
        <source>Besar</source>
        <translation>Large</translation>
    </message>
    <message id="text.3">
        <source>Sangat besar</source>
        <translation>Very large</translation>
    </message>
    <message id="contrast.title">
        <source>Warna layar</source>
        <translation>Screen colours</translation>
    </message>
    <message id="contrast.light">
        <source>Terang</source>
        <translation>Light</translation>
    </message>
    <message id="contrast.night">
        <source>Malam</source>
        <translation>Night</translation>
    </message>
    <message id="contrast.hcdark">
        <source>Kontras gelap</source>
        <translation>Dark contrast</translation>
    </message>
    <message id="contrast.hclight">
        <source>Kontras terang</source>
        <translation>Light contrast</translation>
    </message>
    <message id="audio.title">
        <source>Suara</source>
        <translation>Audio</translation>
    </message>
    <message id="audio.plug">
        <source>Colokkan penyuara telinga untuk mendengar dengan pribadi.</source>
        <translation>Plug in headphones to listen privately.</translation>
    </message>
    <message id="audio.plugged">
        <source>Penyuara telinga tersambung. Hanya Anda yang mendengar.</source>
        <translation>Headphones are connected. Only you can hear.</translation>
    </message>
    <message id="audio.volume">
        <source>Kuat suara</source>
        <translation>Volume</translation>
    </message>
    <message id="audio.louder">
        <source>Lebih keras</source>
        <translation>Louder</translation>
    </message>
    <message id="audio.softer">
        <source>Lebih pelan</source>
        <translation>Softer</translation>
    </message>
    <message id="audio.speed">
        <source>Kecepatan bicara</source>
        <translation>Speech speed</translation>
    </message>
    <message id="audio.faster">
        <source>Lebih cepat</source>
        <translation>Faster</translation>
    </message>
    <message id="audio.slower">
        <source>Lebih lambat</source>
        <translation>Slower</translation>
    </message>
    <message id="audio.repeat">
        <source>Ulangi</source>
        <translation>Repeat</translation>
    </message>
    <message id="audio.screenoff">
        <source>Gelapkan layar</source>
        <translation>Hide the screen</translation>
    </message>
    <message id="audio.welcome">
        <source>Selamat datang di anjungan mandiri. Gunakan tombol panah untuk berpindah, tombol bulat untuk memilih.</source>
        <translation>Welcome to the self-service kiosk. Use the arrow keys to move and the round key to choose.</translation>
    </message>
    <message id="reach.on">
        <source>Layar diturunkan</source>
        <translation>Screen lowered</translation>
    </message>
    <message id="reach.off">
        <source>Kembalikan ke atas</source>
        <translation>Move back up</translation>
    </message>
    <message id="time.title">
        <source>Masih di sini?</source>
        <translation>Are you still here?</translation>
    </message>
    <message id="time.text">
        <source>Layar akan kembali ke awal untuk menjaga data Anda.</source>
        <translation>The screen will go back to the start to protect your data.</translation>
    </message>
    <message id="time.continue">
        <source>Ya, lanjutkan</source>
        <translation>Yes, continue</translation>
    </message>
    <message id="time.end">
        <source>Akhiri sekarang</source>
        <translation>End now</translation>
    </message>
    <message id="time.seconds">
        <source>{n} detik lagi</source>
        <translation>{n} seconds left</translation>
    </message>
    <message id="err.camera.t">
        <source>Kamera tidak menyala</source>
        <translation>The camera is not working</translation>
    </message>
    <message id="err.camera.x">
        <source>Lanjutkan tanpa IKD, atau panggil petugas. Petugas sudah diberi tahu.</source>
        <translation>Continue without IKD or call staff. Staff have been told.</translation>
    </message>
    <message id="err.scanner.t">
        <source>Pemindai tidak menyala</source>
        <translation>The scanner is not working</translation>
    </message>
    <message id="err.scanner.x">
        <source>Gunakan kamera, atau lanjutkan tanpa IKD.</source>
        <translation>Use the camera or continue without IKD.</translation>
    </message>
    <message id="err.qr.expired.t">
        <source>QR sudah kedaluwarsa</source>
        <translation>This QR code has expired</translation>
    </message>
    <message id="err.qr.expired.x">
        <source>QR IKD berlaku 90 detik. Tutup lalu buka lagi QR di HP Anda.</source>
        <translation>An IKD QR lasts 90 seconds. Close it and open it again on your phone.</translation>
    </message>
    <message id="err.qr.notikd.t">
        <source>Ini bukan QR IKD</source>
        <translation>This is not an IKD QR code</translation>
    </message>
    <message id="err.qr.notikd.x">
        <source>Buka aplikasi IKD, lalu tampilkan QR dari sana.</source>
        <translation>Open the IKD app and show the QR from there.</translation>
    </message>
    <message id="err.qr.future.t">
        <source>Jam HP Anda tidak sesuai</source>
        <translation>Your phone clock is wrong</translation>
    </message>
    <message id="err.qr.future.x">
        <source>Atur jam HP ke otomatis, lalu buka lagi QR.</source>
        <translation>Set your phone clock to automatic, then open the QR again.</translation>
    </message>
    <message id="err.qr.used.t">
        <source>QR ini sudah dipakai</source>
        <translation>This QR code was already used</translation>
    </message>
    <message id="err.qr.used.x">
        <source>Buka lagi QR di aplikasi IKD.</source>
        <translation>Open a new QR in the IKD app.</translation>
    </message>
    <message id="err.qr.unverified.t">
        <source>Identitas belum bisa diperiksa</source>
        <translation>We could not check your identity</translation>
    </message>
    <message id="err.qr.unverified.x">
        <source>Nomor tetap bisa diambil. Bawa KTP-el asli ke loket.</source>
        <translation>You can still get a number. Bring your ID card to the counter.</translation>
    </message>
    <message id="err.offline.t">
        <source>Jaringan sedang terputus</source>
        <translation>The network is down</translation>
    </message>
    <message id="err.offline.x">
        <source>Nomor tetap bisa diambil. Perkiraan waktu belum tersedia.</source>
        <translation>You can still get a number. Waiting time is not available.</translation>
    </message>
    <message id="err.offline.hard.t">
        <source>Nomor belum bisa diambil</source>
        <translation>Numbers are not available now</translation>
    </message>
    <message id="err.offline.hard.x">
        <source>Jaringan terputus. Ambil nomor di meja informasi.</source>
        <translation>The network is down. Get a number at the information desk.</translation>
    </message>
    <message id="err.quota.t">
        <source>Kuota hari ini habis</source>
        <translation>No places left today</translation>
    </message>
    <message id="err.quota.x">
        <source>Kuota dibuka lagi {date}. Anda bisa daftar online.</source>
        <translation>Places open again on {date}. You can book online.</translation>
    </message>
    <message id="err.closed.t">
        <source>Layanan sedang tutup</source>
        <translation>This service is closed</translation>
    </message>
    <message id="err.closed.x">
        <source>Buka lagi {day} pukul {time}.</source>
        <translation>It opens again on {day} at {time}.</translation>
    </message>
    <message id="err.closed.break.t">
        <source>Loket istirahat</source>
        <translation>Counter on a break</translation>
    </message>
    <message id="err.closed.break.x">
        <source>Buka lagi pukul {time}. Nomor tetap bisa diambil sekarang.</source>
        <translation>Opens again at {time}. You can get a number now.</translation>
    </message>
    <message id="err.closed.mall.t">
        <source>Pelayanan sudah tutup</source>
        <translation>We are closed</translation>
    </message>
    <message id="err.closed.mall.x">
        <source>Buka lagi {day} pukul {time}.</source>
        <translation>We open again on {day} at {time}.</translation>
    </message>
    <message id="err.booking.unknown.t">
        <source>Pendaftaran tidak ditemukan</source>
        <translation>Booking not found</translation>
    </message>
    <message id="err.booking.unknown.x">
        <source>Periksa kode Anda, atau ambil nomor baru.</source>
        <translation>Check your code or get a new number.</translation>
    </message>
    <message id="err.booking.other.t">
        <source>Pendaftaran ini untuk tempat lain</source>
        <translation>This booking is for another place</translation>
    </message>
    <message id="err.booking.other.x">
        <source>Tempat: {place}. Panggil petugas jika perlu.</source>
        <translation>Place: {place}. Call staff if you need help.</translation>
    </message>
    <message id="err.booking.day.t">
        <source>Pendaftaran ini untuk hari lain</source>
        <translation>This booking is for another day</translation>
    </message>
    <message id="err.booking.day.x">
        <source>Jadwal Anda {date} pukul {time}.</source>
        <translation>Your slot is {date} at {time}.</translation>
    </message>
    <message id="err.booking.late.t">
        <source>Jadwal sudah lewat</source>
        <translation>Your slot has passed</translation>
    </message>
    <message id="err.booking.late.x">
        <source>Jadwal Anda {date} pukul {time}. Ambil nomor baru?</source>
        <translation>Your slot was {date} at {time}. Get a new number?</translation>
    </message>
    <message id="err.booking.done.t">
        <source>Anda sudah lapor datang</source>
        <translation>You have already checked in</translation>
    </message>
    <message id="err.booking.done.x">
        <source>Nomor Anda {number}. Tunggu dipanggil di {place}.</source>
        <translation>Your number is {number}. Wait at {place}.</translation>
    </message>
    <message id="err.booking.done.plain">
        <source>Tunggu nomor Anda dipanggil.</source>
        <translation>Wait for your number to be called.</translation>
    </message>
    <message id="err.printer.off.t">
        <source>Printer tidak menyala</source>
        <translation>The printer is not working</translation>
    </message>
    <message id="err.printer.off.x">
        <source>Nomor tetap bisa diambil dan disimpan di HP.</source>
        <translation>You can still get a number and save it on your phone.</translation>
    </message>
    <message id="err.ticket.unknown.t">
        <source>Kode ini tidak dikenal</source>
        <translation>We do not know this code</translation>
    </message>
    <message id="err.ticket.unknown.x">
        <source>Pindai QR di kertas nomor, atau pilih instansi.</source>
        <translation>Scan the QR on your paper or choose the agency.</translation>
    </message>
    <message id="err.generic.t">
        <source>Ada gangguan pada anjungan</source>
        <translation>Something went wrong</translation>
    </message>
    <message id="err.generic.x">
        <source>Coba lagi, atau panggil petugas.</source>
        <translation>Try again or call staff.</translation>
    </message>
    <message id="err.service.full.t">
        <source>Nomor terakhir baru saja diambil</source>
        <translation>The last number was just taken</translation>
    </message>
    <message id="err.service.full.x">
        <source>Pilih hari lain lewat daftar online, atau pilih layanan lain.</source>
        <translation>Book another day online or choose another service.</translation>
    </message>
    <message id="banner.paperlow">
        <source>Kertas hampir habis</source>
        <translation>Paper is running low</translation>
    </message>
    <message id="banner.offline">
        <source>Luring: nomor tetap bisa diambil</source>
        <translation>Offline: you can still get a number</translation>
    </message>
    <message id="tkt.head">
        <source>Nomor antrean Anda</source>
        <translation>Your queue number</translation>
    </message>
    <message id="tkt.place">
        <source>Tempat</source>
        <translation>Place</translation>
    </message>
    <message id="tkt.ahead">
        <source>Di depan Anda</source>
        <translation>Ahead of you</translation>
    </message>
    <message id="tkt.eta">
        <source>Dipanggil kira-kira</source>
        <translation>Called at about</translation>
    </message>
    <message id="tkt.eta58">
        <source>Kira-kira pukul</source>
        <translation>At about</translation>
    </message>
    <message id="tkt.taken">
        <source>Diambil</source>
        <translation>Issued</translation>
    </message>
    <message id="tkt.name">
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message id="tkt.prio">
        <source>PRIORITAS</source>
        <translation>PRIORITY</translation>
    </message>
    <message id="tkt.bring">
        <source>Siapkan:</source>
        <translation>Bring:</translation>
    </message>
    <message id="tkt.bring.more">
        <source>… lihat kode QR</source>
        <translation>… see the QR code</translation>
    </message>
    <message id="tkt.qr">
        <source>Pantau antrean dan nilai layanan: pindai kode ini.</source>
        <translation>Follow the queue and rate us: scan this code.</translation>
    </message>
    <message id="tkt.missed">
        <source>Nomor terlewat? Temui petugas.</source>
        <translation>Missed your number? See staff.</translation>
    </message>
    <message id="tkt.free">
        <source>Layanan ini gratis.</source>
        <translation>This service is free.</translation>
    </message>
    <message id="tkt.offline">
        <source>Perkiraan waktu: lihat layar ruang tunggu.</source>
        <translation>Waiting time: see the screen in the waiting area.</translation>
    </message>
    <message id="tkt.booking">
        <source>Daftar online</source>
        <translation>Booking</translation>
    </message>
    <message id="tkt.copy">
        <source>SALINAN</source>
        <translation>COPY</translation>
    </message>
    <message id="tv.now">
        <source>Nomor dipanggil</source>
        <translation>Now calling</translation>
    </message>
    <message id="tv.last">
        <source>Panggilan terakhir</source>
        <translation>Latest calls</translation>
    </message>
    <message id="tv.ticker">
        <source>Siapkan dokumen Anda. Nomor terlewat? Hubungi petugas di meja informasi.</source>
        <translation>Have your papers ready. Missed your number? Ask at the information desk.</translation>
    </message>
    <message id="lbl.serving">
        <source>Sedang dilayani</source>
        <translation>Now serving</translation>
    </message>
    <message id="lbl.next">
        <source>Berikutnya</source>
        <translation>Next</translation>
    </message>
    <message id="lbl.open">
        <source>Buka</source>
        <translation>Open</translation>
    </message>
    <message id="lbl.break">
        <source>Istirahat sampai {time}</source>
        <translation>Break until {time}</translation>
    </message>
    <message id="lbl.closed">
        <source>Tutup</source>
        <translation>Closed</translation>
    </message>
    <message id="call.tts">
        <source>Nomor antrean, {letter}, {digits}, silakan ke loket {counter}.</source>
        <translation>Queue number {letter} {digits}, please go to counter {counter}.</translation>
    </message>
    <message id="tech.title">
        <source>Panel teknisi</source>
        <translation>Technician panel</translation>
    </message>
    <message id="tech.pin">
        <source>Masukkan PIN teknisi</source>
        <translation>Enter technician PIN</translation>
    </message>
    <message id="tech.pin.bad">
        <source>PIN salah. Sisa {n} kali.</source>
        <translation>Wrong PIN. {n} tries left.</translation>
    </message>
    <message id="tech.pin.lock">
        <source>Terkunci {n} menit.</source>
        <translation>Locked for {n} minutes.</translation>
    </message>
    <message id="tech.ok">
        <source>Semua perangkat baik</source>
        <translation>All devices are fine</translation>
    </message>
    <message id="tech.warn">
        <source>{n} perlu perhatian</source>
        <translation>{n} need attention</translation>
    </message>
    <message id="tech.bad">
        <source>{n} rusak</source>
        <translation>{n} failed</translation>
    </message>
    <message id="tech.s.ok">
        <source>Baik</source>
        <translation>OK</translation>
    </message>
    <message id="tech.s.warn">
        <source>Perhatian</source>
        <translation>Attention</translation>
    </message>
    <message id="tech.s.bad">
        <source>Rusak</source>
        <translation>Failed</translation>
    </message>
    <message id="tech.s.off">
        <source>Tidak ada</source>
        <translation>Not present</translation>
    </message>
    <message id="tech.printer">
        <source>Printer tiket</source>
        <translation>Ticket printer</translation>
    </message>
    <message id="tech.scanner">
        <source>Pemindai QR</source>
        <translation>QR scanner</translation>
    </message>
    <message id="tech.camera">
        <source>Kamera</source>
        <translation>Camera</translation>
    </message>
    <message id="tech.net">
        <source>Jaringan</source>
        <translation>Network</translation>
    </message>
    <message id="tech.touch">
        <source>Layar sentuh</source>
        <translation>Touch screen</translation>
    </message>
    <message id="tech.clock">
        <source>Jam</source>
        <translation>Clock</translation>
    </message>
    <message id="tech.disk">
        <source>Penyimpanan</source>
        <translation>Storage</translation>
    </message>
    <message id="tech.temp">
        <source>Suhu</source>
        <translation>Temperature</translation>
    </message>
    <message id="tech.queue">
        <source>Tiket menunggu kirim</source>
        <translation>Tickets waiting to send</translation>
    </message>
    <message id="tech.a.print">
        <source>Cetak uji</source>
        <translation>Test print</translation>
    </message>
    <message id="tech.a.scan">
        <source>Uji pindai</source>
        <translation>Test scan</translation>
    </message>
    <message id="tech.a.sound">
        <source>Uji suara</source>
        <translation>Test sound</translation>
    </message>
    <message id="tech.a.paper">
        <source>Ganti kertas</source>
        <translation>Change paper</translation>
    </message>
    <message id="tech.a.touch">
        <source>Uji sentuh</source>
        <translation>Test touch</translation>
    </message>
    <message id="tech.a.layout">
        <source>Tata letak</source>
        <translation>Layout</translation>
    </message>
    <message id="tech.a.log">
        <source>Catatan</source>
        <translation>Log</translation>
    </message>
    <message id="tech.a.restart">
        <source>Mulai ulang</source>
        <translation>Restart</translation>
    </message>
    <message id="tech.a.stats">
        <source>Statistik</source>
        <translation>Statistics</translation>
    </message>
    <message id="tech.a.close">
        <source>Tutup sementara</source>
        <translation>Out of service</translation>
    </message>
    <message id="tech.a.exit">
        <source>Keluar panel</source>
        <translation>Leave panel</translation>
    </message>
    <message id="tech.l.diag">
        <source>Ukuran layar (inci)</source>
        <translation>Panel size (inch)</translation>
    </message>
    <message id="tech.l.bottom">
        <source>Tinggi tepi bawah layar dari lantai (mm)</source>
        <translation>Bottom edge above floor (mm)</translation>
    </message>
    <message id="tech.l.scanner">
        <source>Letak pemindai</source>
        <translation>Scanner position</translation>
    </message>
    <message id="tech.l.printer">
        <source>Letak printer</source>
        <translation>Printer position</translation>
    </message>
    <message id="tech.l.reach">
        <source>Batas jangkauan 1.200 mm ada di sini</source>
        <translation>The 1,200 mm reach limit is here</translation>
    </message>
    <message id="tech.closed.public">
        <source>Anjungan ini sedang diperbaiki. Gunakan anjungan lain atau meja informasi.</source>
        <translation>This kiosk is being repaired. Use another kiosk or the information desk.</translation>
    </message>
    <message id="tech.where">
        <source>Panel teknisi · Anjungan {kiosk}</source>
        <translation>Technician panel · Kiosk {kiosk}</translation>
    </message>
    <message id="tech.pin.unset">
        <source>PIN teknisi belum dibuat. Buat dulu di komputer anjungan ini dengan perintah: kiosk pin</source>
        <translation>No technician PIN has been set. Set one first on this kiosk's computer with the command: kiosk pin</translation>
    </message>
    <message id="tech.pin.busy">
        <source>Sedang diperiksa …</source>
        <translation>Checking …</translation>
    </message>
    <message id="tech.pin.enter">
        <source>{n} angka</source>
        <translation>{n} digits</translation>
    </message>
    <message id="tech.a.open">
        <source>Buka kembali</source>
        <translation>Open again</translation>
    </message>
    <message id="tech.ask.close.t">
        <source>Tutup anjungan ini?</source>
        <translation>Close this kiosk?</translation>
    </message>
    <message id="tech.ask.close.x">
        <source>Warga melihat bahwa anjungan sedang diperbaiki, sampai Anda membukanya kembali.</source>
        <translation>Citizens see that the kiosk is being repaired, until you open it again.</translation>
    </message>
    <message id="tech.is.closed">
        <source>Ditutup untuk warga</source>
        <translation>Closed to citizens</translation>
    </message>
    <message id="tech.x.none">
        <source>Tidak dipasang</source>
        <translation>Not installed</translation>
    </message>
    <message id="tech.x.paper">
        <source>Kertas tersisa ± {n} tiket</source>
        <translation>Paper for about {n} tickets left</translation>
    </message>
    <message id="tech.x.left">
        <source>{n} tidak diambil</source>
        <translation>{n} not taken</translation>
    </message>
    <message id="tech.x.printer.unknown">
        <source>Belum menjawab</source>
        <translation>Has not answered yet</translation>
    </message>
    <message id="tech.x.printer.paper-out">
        <source>Kertas habis</source>
        <translation>Out of paper</translation>
    </message>
    <message id="tech.x.printer.cover-open">
        <source>Penutup terbuka</source>
        <translation>Cover open</translation>
    </message>
    <message id="tech.x.printer.jam">
        <source>Kertas macet</source>
        <translation>Paper jam</translation>
    </message>
    <message id="tech.x.printer.hot">
        <source>Kepala cetak panas</source>
        <translation>Print head is hot</translation>
    </message>
    <message id="tech.x.printer.broken">
        <source>Melaporkan kerusakan</source>
        <translation>Reports a fault</translation>
    </message>
    <message id="tech.x.printer.silent">
        <source>Tidak menjawab</source>
        <translation>Does not answer</translation>
    </message>
    <message id="tech.x.camera.film">
        <source>{w}×{h}, {n} gambar/detik</source>
        <translation>{w}×{h}, {n} a second</translation>
    </message>
    <message id="tech.x.camera.read">
        <source>Pindai terakhir {time}</source>
        <translation>Last scan {time}</translation>
    </message>
    <message id="tech.x.camera.none">
        <source>Belum ada yang dipindai</source>
        <translation>Nothing scanned yet</translation>
    </message>
    <message id="tech.x.camera.off">
        <source>Mati</source>
        <translation>Off</translation>
    </message>
    <message id="tech.x.camera.starting">
        <source>Sedang dinyalakan</source>
        <translation>Starting</translation>
    </message>
    <message id="tech.x.camera.missing">
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message id="tech.x.camera.stalled">
        <source>Tidak mengirim gambar</source>
        <translation>Sends no pictures</translation>
    </message>
    <message id="tech.x.scanner.ready">
        <source>Siap</source>
        <translation>Ready</translation>
    </message>
    <message id="tech.x.scanner.starting">
        <source>Sedang dinyalakan</source>
        <translation>Starting</translation>
    </message>
    <message id="tech.x.scanner.missing">
        <source>Tidak ditemukan</source>
        <translation>Not found</translation>
    </message>
    <message id="tech.x.net.on">
        <source>Tersambung</source>
        <translation>Connected</translation>
    </message>
    <message id="tech.x.net.near">
        <source>{n} ms</source>
        <translation>{n} ms</translation>
    </message>
    <message id="tech.x.net.off">
        <source>Terputus</source>
        <translation>Disconnected</translation>
    </message>
    <message id="tech.x.net.waiting">
        <source>{n} menunggu kirim</source>
        <translation>{n} records waiting to be sent</translation>
    </message>
    <message id="tech.x.net.refused">
        <source>{n} ditolak pusat</source>
        <translation>{n} refused by central</translation>
    </message>
    <message id="tech.x.touch">
        <source>Uji terakhir {date}</source>
        <translation>Last test {date}</translation>
    </message>
    <message id="tech.x.clock.off">
        <source>Selisih {n} detik</source>
        <translation>{n} seconds off</translation>
    </message>
    <message id="tech.x.clock.unknown">
        <source>Belum dibandingkan dengan pusat</source>
        <translation>Not compared with central yet</translation>
    </message>
    <message id="tech.x.clock.wrong">
        <source>Belum dapat dipercaya</source>
        <translation>Cannot be trusted yet</translation>
    </message>
    <message id="tech.x.disk">
        <source>Sisa {n} GB</source>
        <translation>{n} GB free</translation>
    </message>
    <message id="tech.x.temp">
        <source>{n} °C</source>
        <translation>{n} °C</translation>
    </message>
    <message id="tech.busy">
        <source>Mencetak …</source>
        <translation>Printing …</translation>
    </message>
    <message id="tech.ask.sound.t">
        <source>Apakah suara terdengar?</source>
        <translation>Did you hear the sound?</translation>
    </message>
    <message id="tech.ask.sound.x">
        <source>Anjungan baru saja membunyikan satu nada.</source>
        <translation>The kiosk has just played a tone.</translation>
    </message>
    <message id="tech.scan.lead">
        <source>Tunjukkan kode apa saja. Isinya tidak ditampilkan dan tidak disimpan.</source>
        <translation>Hold up any code. What it says is neither shown nor kept.</translation>
    </message>
    <message id="tech.scan.read">
        <source>Terbaca: {kind}</source>
        <translation>Read: {kind}</translation>
    </message>
    <message id="tech.scan.blind">
        <source>Kamera atau pemindai tidak menyala. Periksa kabelnya.</source>
        <translation>Camera or scanner is not working. Check its cable.</translation>
    </message>
    <message id="tech.scan.ticket">
        <source>kode tiket</source>
        <translation>a ticket code</translation>
    </message>
    <message id="tech.scan.receipt">
        <source>kode tanda terima</source>
        <translation>a receipt code</translation>
    </message>
    <message id="tech.scan.booking">
        <source>kode daftar</source>
        <translation>a booking code</translation>
    </message>
    <message id="tech.scan.identity">
        <source>kode identitas atau teks</source>
        <translation>an identity code or text</translation>
    </message>
    <message id="tech.scan.other">
        <source>kode lain</source>
        <translation>another code</translation>
    </message>
    <message id="stat.taken">
        <source>Nomor diambil</source>
        <translation>Numbers issued</translation>
    </message>
    <message id="stat.skm">
        <source>Nilai SKM</source>
        <translation>SKM score</translation>
    </message>
    <message id="stat.hour">
        <source>Kedatangan per jam</source>
        <translation>Arrivals by hour</translation>
    </message>
    <message id="stat.how">
        <source>Cara mengambil nomor</source>
        <translation>How numbers were taken</translation>
    </message>
    <message id="stat.elem">
        <source>SKM per unsur</source>
        <translation>SKM by element</translation>
    </message>
    <message id="stat.elem.sub">
        <source>skala 1–4, garis = batas B (3,0644)</source>
        <translation>scale 1–4, line = grade B (3.0644)</translation>
    </message>
    <message id="stat.top">
        <source>Layanan teratas</source>
        <translation>Top services</translation>
    </message>
    <message id="stat.range.day">
        <source>Hari ini</source>
        <translation>Today</translation>
    </message>
    <message id="stat.range.week">
        <source>7 hari</source>
        <translation>7 days</translation>
    </message>
    <message id="stat.range.month">
        <source>30 hari</source>
        <translation>30 days</translation>
    </message>
    <message id="stat.range.sem">
        <source>Semester</source>
        <translation>Half-year</translation>
    </message>
    <message id="stat.empty">
        <source>Belum ada data untuk rentang ini.</source>
        <translation>No data for this range.</translation>
    </message>
    <message id="stat.few">
        <source>Jawaban masih kurang dari {n}; nilai belum mewakili.</source>
        <translation>Fewer than {n} answers; not yet representative.</translation>
    </message>
    <message id="date.day.0">
        <source>Minggu</source>
        <translation>Sunday</translation>
    </message>
    <message id="date.day.1">
        <source>Senin</source>
        <translation>Monday</translation>
    </message>
    <message id="date.day.2">
        <source>Selasa</source>
        <translation>Tuesday</translation>
    </message>
    <message id="date.day.3">
        <source>Rabu</source>
        <translation>Wednesday</translation>
    </message>
    <message id="date.day.4">
        <source>Kamis</source>
        <translation>Thursday</translation>
    </message>
    <message id="date.day.5">
        <source>Jumat</source>
        <translation>Friday</translation>
    </message>
    <message id="date.day.6">
        <source>Sabtu</source>
        <translation>Saturday</translation>
    </message>
    <message id="date.month.1">
        <source>Januari</source>
        <translation>January</translation>
    </message>
    <message id="date.month.2">
        <source>Februari</source>
        <translation>February</translation>
    </message>
    <message id="date.month.3">
        <source>Maret</source>
        <translation>March</translation>
    </message>
    <message id="date.month.4">
        <source>April</source>
        <translation>April</translation>
    </message>
    <message id="date.month.5">
        <source>Mei</source>
        <translation>May</translation>
    </message>
    <message id="date.month.6">
        <source>Juni</source>
        <translation>June</translation>
    </message>
    <message id="date.month.7">
        <source>Juli</source>
        <translation>July</translation>
    </message>
    <message id="date.month.8">
        <source>Agustus</source>
        <translation>August</translation>
    </message>
    <message id="date.month.9">
        <source>September</source>
        <translation>September</translation>
    </message>
    <message id="date.month.10">
        <source>Oktober</source>
        <translation>October</translation>
    </message>
    <message id="date.month.11">
        <source>November</source>
        <translation>November</translation>
    </message>
    <message id="date.month.12">
        <source>Desember</source>
        <translation>December</translation>
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
        <translation>May</translation>
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
        <translation>Aug</translation>
    </message>
    <message id="date.month.short.9">
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message id="date.month.short.10">
        <source>Okt</source>
        <translation>Oct</translation>
    </message>
    <message id="date.month.short.11">
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message id="date.month.short.12">
        <source>Des</source>
        <translation>Dec</translation>
    </message>
    <message id="date.clock">
        <source>{hour}.{minute}</source>
        <translation>{hour}:{minute}</translation>
    </message>
    <message id="speech.digit.0">
        <source>nol</source>
        <translation>zero</translation>
    </message>
    <message id="speech.digit.1">
        <source>satu</source>
        <translation>one</translation>
    </message>
    <message id="speech.digit.2">
        <source>dua</source>
        <translation>two</translation>
    </message>
    <message id="speech.digit.3">
        <source>tiga</source>
        <translation>three</translation>
    </message>
    <message id="speech.digit.4">
        <source>empat</source>
        <translation>four</translation>
    </message>
    <message id="speech.digit.5">
        <source>lima</source>
        <translation>five</translation>
    </message>
    <message id="speech.digit.6">
        <source>enam</source>
        <translation>six</translation>
    </message>
    <message id="speech.digit.7">
        <source>tujuh</source>
        <translation>seven</translation>
    </message>
    <message id="speech.digit.8">
        <source>delapan</source>
        <translation>eight</translation>
    </message>
    <message id="speech.digit.9">
        <source>sembilan</source>
        <translation>nine</translation>
    </message>
    <message id="speech.number.10">
        <source>sepuluh</source>
        <translation>ten</translation>
    </message>
    <message id="speech.number.11">
        <source>sebelas</source>
        <translation>eleven</translation>
    </message>
    <message id="speech.number.12">
        <source>dua belas</source>
        <translation>twelve</translation>
    </message>
    <message id="speech.number.13">
        <source>tiga belas</source>
        <translation>thirteen</translation>
    </message>
    <message id="speech.number.14">
        <source>empat belas</source>
        <translation>fourteen</translation>
    </message>
    <message id="speech.number.15">
        <source>lima belas</source>
        <translation>fifteen</translation>
    </message>
    <message id="speech.number.16">
        <source>enam belas</source>
        <translation>sixteen</translation>
    </message>
    <message id="speech.number.17">
        <source>tujuh belas</source>
        <translation>seventeen</translation>
    </message>
    <message id="speech.number.18">
        <source>delapan belas</source>
        <translation>eighteen</translation>
    </message>
    <message id="speech.number.19">
        <source>sembilan belas</source>
        <translation>nineteen</translation>
    </message>
    <message id="speech.number.20">
        <source>dua puluh</source>
        <translation>twenty</translation>
    </message>
    <message id="speech.number.30">
        <source>tiga puluh</source>
        <translation>thirty</translation>
    </message>
    <message id="speech.number.40">
        <source>empat puluh</source>
        <translation>forty</translation>
    </message>
    <message id="speech.number.50">
        <source>lima puluh</source>
        <translation>fifty</translation>
    </message>
    <message id="speech.number.60">
        <source>enam puluh</source>
        <translation>sixty</translation>
    </message>
    <message id="speech.number.70">
        <source>tujuh puluh</source>
        <translation>seventy</translation>
    </message>
    <message id="speech.number.80">
        <source>delapan puluh</source>
        <translation>eighty</translation>
    </message>
    <message id="speech.number.90">
        <source>sembilan puluh</source>
        <translation>ninety</translation>
    </message>
    <message id="speech.number.100">
        <source>seratus</source>
        <translation>one hundred</translation>
    </message>
    <message id="speech.number.200">
        <source>dua ratus</source>
        <translation>two hundred</translation>
    </message>
    <message id="speech.number.300">
        <source>tiga ratus</source>
        <translation>three hundred</translation>
    </message>
    <message id="speech.number.400">
        <source>empat ratus</source>
        <translation>four hundred</translation>
    </message>
    <message id="speech.number.500">
        <source>lima ratus</source>
        <translation>five hundred</translation>
    </message>
    <message id="speech.number.600">
        <source>enam ratus</source>
        <translation>six hundred</translation>
    </message>
    <message id="speech.number.700">
        <source>tujuh ratus</source>
        <translation>seven hundred</translation>
    </message>
    <message id="speech.number.800">
        <source>delapan ratus</source>
        <translation>eight hundred</translation>
    </message>
    <message id="speech.number.900">
        <source>sembilan ratus</source>
        <translation>nine hundred</translation>
    </message>
    <message id="speech.number.tens">
        <source>{tens} {ones}</source>
        <translation>{tens}-{ones}</translation>
    </message>
    <message id="speech.number.hundreds">
        <source>{hundreds} {rest}</source>
        <translation>{hundreds} and {rest}</translation>
    </message>
    <message id="speech.hour.0">
        <source>nol</source>
        <translation>twelve</translation>
    </message>
    <message id="speech.hour.1">
        <source>satu</source>
        <translation>one</translation>
    </message>
    <message id="speech.hour.2">
        <source>dua</source>
        <translation>two</translation>
    </message>
    <message id="speech.hour.3">
        <source>tiga</source>
        <translation>three</translation>
    </message>
    <message id="speech.hour.4">
        <source>empat</source>
        <translation>four</translation>
    </message>
    <message id="speech.hour.5">
        <source>lima</source>
        <translation>five</translation>
    </message>
    <message id="speech.hour.6">
        <source>enam</source>
        <translation>six</translation>
    </message>
    <message id="speech.hour.7">
        <source>tujuh</source>
        <translation>seven</translation>
    </message>
    <message id="speech.hour.8">
        <source>delapan</source>
        <translation>eight</translation>
    </message>
    <message id="speech.hour.9">
        <source>sembilan</source>
        <translation>nine</translation>
    </message>
    <message id="speech.hour.10">
        <source>sepuluh</source>
        <translation>ten</translation>
    </message>
    <message id="speech.hour.11">
        <source>sebelas</source>
        <translation>eleven</translation>
    </message>
    <message id="speech.hour.12">
        <source>dua belas</source>
        <translation>twelve</translation>
    </message>
    <message id="speech.hour.13">
        <source>tiga belas</source>
        <translation>one</translation>
    </message>
    <message id="speech.hour.14">
        <source>empat belas</source>
        <translation>two</translation>
    </message>
    <message id="speech.hour.15">
        <source>lima belas</source>
        <translation>three</translation>
    </message>
    <message id="speech.hour.16">
        <source>enam belas</source>
        <translation>four</translation>
    </message>
    <message id="speech.hour.17">
        <source>tujuh belas</source>
        <translation>five</translation>
    </message>
    <message id="speech.hour.18">
        <source>delapan belas</source>
        <translation>six</translation>
    </message>
    <message id="speech.hour.19">
        <source>sembilan belas</source>
        <translation>seven</translation>
    </message>
    <message id="speech.hour.20">
        <source>dua puluh</source>
        <translation>eight</translation>
    </message>
    <message id="speech.hour.21">
        <source>dua puluh satu</source>
        <translation>nine</translation>
    </message>
    <message id="speech.hour.22">
        <source>dua puluh dua</source>
        <translation>ten</translation>
    </message>
    <message id="speech.hour.23">
        <source>dua puluh tiga</source>
        <translation>eleven</translation>
    </message>
    <message id="speech.time">
        <source>{hour} lewat {minute}</source>
        <translation>{hour} {minute}</translation>
    </message>
    <message id="speech.time.early">
        <source>{hour} lewat {minute}</source>
        <translation>{hour} oh {minute}</translation>
    </message>
    <message id="speech.time.whole">
        <source>{hour}</source>
        <translation>{hour} o’clock</translation>
    </message>
    <message id="lang.title">
        <source>Pilih bahasa</source>
        <translation>Choose a language</translation>
    </message>
    <message id="audio.on">
        <source>Suara menyala</source>
        <translation>Audio is on</translation>
    </message>
    <message id="audio.off">
        <source>Suara mati</source>
        <translation>Audio is off</translation>
    </message>
    <message id="search.clear">
        <source>Hapus</source>
        <translation>Clear</translation>
    </message>
    <message id="kb.delete">
        <source>Hapus huruf</source>
        <translation>Delete</translation>
    </message>
    <message id="issue.title">
        <source>Sebentar…</source>
        <translation>One moment…</translation>
    </message>
    <message id="qr.text">
        <source>Buka kamera HP, arahkan ke kode QR.</source>
        <translation>Open your phone camera and point it at the QR code.</translation>
    </message>
    <message id="tkt.void">
        <source>TIKET BATAL</source>
        <translation>VOID TICKET</translation>
    </message>
    <message id="tkt.void.keep">
        <source>Nomor Anda tetap berlaku.</source>
        <translation>Your number is still valid.</translation>
    </message>
    <message id="rcp.head">
        <source>Tanda terima berkas</source>
        <translation>Document receipt</translation>
    </message>
    <message id="rcp.number">
        <source>Nomor</source>
        <translation>Number</translation>
    </message>
    <message id="rcp.queue">
        <source>Nomor antrean</source>
        <translation>Queue number</translation>
    </message>
    <message id="rcp.received">
        <source>Diterima</source>
        <translation>Received</translation>
    </message>
    <message id="rcp.documents">
        <source>Berkas yang diterima:</source>
        <translation>Documents handed in:</translation>
    </message>
    <message id="rcp.promised">
        <source>Dijanjikan selesai</source>
        <translation>Promised for</translation>
    </message>
    <message id="rcp.bring">
        <source>Bawa tanda terima ini saat mengambil.</source>
        <translation>Bring this receipt when you collect.</translation>
    </message>
    <message id="rcp.late">
        <source>Belum selesai? Temui petugas.</source>
        <translation>Not ready? See staff.</translation>
    </message>
    <message id="rcp.qr">
        <source>Lihat status berkas: pindai kode ini.</source>
        <translation>See the status: scan this code.</translation>
    </message>
    <message id="rcp.ready.t">
        <source>Tanda terima berkas Anda sudah ada</source>
        <translation>Your document receipt is ready</translation>
    </message>
    <message id="rcp.ready.x">
        <source>Dijanjikan selesai {date}.</source>
        <translation>Promised for {date}.</translation>
    </message>
    <message id="rcp.print">
        <source>Cetak tanda terima</source>
        <translation>Print receipt</translation>
    </message>
    <message id="rcp.again">
        <source>Cetak salinan</source>
        <translation>Print a copy</translation>
    </message>
    <message id="rcp.busy.t">
        <source>Tanda terima dicetak</source>
        <translation>Your receipt is being printed</translation>
    </message>
    <message id="rcp.doubt.t">
        <source>Tanda terima sedang diperiksa</source>
        <translation>We are checking your receipt</translation>
    </message>
    <message id="rcp.fail.t">
        <source>Tanda terima belum bisa dicetak</source>
        <translation>Your receipt cannot be printed now</translation>
    </message>
    <message id="rcp.fail.x">
        <source>Berkas Anda tetap tercatat. Coba lagi nanti, atau panggil petugas.</source>
        <translation>Your documents stay on record. Try again later, or call staff.</translation>
    </message>
    <message id="need.print">
        <source>Cetak di kertas</source>
        <translation>Print on paper</translation>
    </message>
    <message id="need.busy">
        <source>Sedang dicetak</source>
        <translation>Printing</translation>
    </message>
    <message id="need.out">
        <source>Ambil kertasnya</source>
        <translation>Take the paper</translation>
    </message>
    <message id="need.fail">
        <source>Belum bisa dicetak</source>
        <translation>Cannot print</translation>
    </message>
    <message id="need.head">
        <source>Syarat layanan</source>
        <translation>What you need</translation>
    </message>
    <message id="need.duration">
        <source>Lama di loket</source>
        <translation>At the counter</translation>
    </message>
    <message id="need.finished">
        <source>Selesai</source>
        <translation>Ready</translation>
    </message>
    <message id="need.fee">
        <source>Biaya</source>
        <translation>Fee</translation>
    </message>
    <message id="need.hours">
        <source>Jam layanan:</source>
        <translation>Opening hours:</translation>
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
        <translation>This list is not a queue number.</translation>
    </message>
    <message id="need.qr">
        <source>Simpan di HP: pindai kode ini.</source>
        <translation>Keep it on your phone: scan this code.</translation>
    </message>
    <message id="slip.head">
        <source>Bagaimana layanan kami?</source>
        <translation>How did we do?</translation>
    </message>
    <message id="slip.qr">
        <source>Pindai kode ini, atau tunjukkan di anjungan.</source>
        <translation>Scan this code, or show it at a kiosk.</translation>
    </message>
    <message id="slip.until">
        <source>Berlaku sampai</source>
        <translation>Valid until</translation>
    </message>
    <message id="slip.nameless">
        <source>Tanpa nama, kurang dari satu menit.</source>
        <translation>Without your name, under a minute.</translation>
    </message>
    <message id="slip.thanks">
        <source>Terima kasih.</source>
        <translation>Thank you.</translation>
    </message>
    <message id="tech.roll.open">
        <source>Buka tutup printer.</source>
        <translation>Open the printer's cover.</translation>
    </message>
    <message id="tech.roll.load">
        <source>Keluarkan sisa gulungan, pasang gulungan baru, ujung kertas ke luar.</source>
        <translation>Take the old roll out, put the new one in, its end to the outside.</translation>
    </message>
    <message id="tech.roll.close">
        <source>Tutup printer sampai berbunyi klik.</source>
        <translation>Close the cover until it clicks.</translation>
    </message>
    <message id="tech.roll.missing">
        <source>Kertas belum terbaca. Buka lagi dan periksa arah gulungan.</source>
        <translation>No paper is seen. Open it again and look how the roll lies.</translation>
    </message>
    <message id="tech.roll.test">
        <source>Mencetak lembar uji…</source>
        <translation>Printing a test strip…</translation>
    </message>
    <message id="tech.roll.strip">
        <source>Gulungan baru</source>
        <translation>New roll</translation>
    </message>
    <message id="tech.roll.done">
        <source>Selesai. Lembar uji keluar dan hitungan kertas mulai dari nol.</source>
        <translation>Done. The strip is out, and paper is counted from zero.</translation>
    </message>
    <message id="tech.roll.failed">
        <source>Lembar uji tidak keluar. Lihat keadaan printer di bawah ini.</source>
        <translation>The test strip did not come out. The printer's state is below.</translation>
    </message>
    <message id="tech.roll.late">
        <source>Sudah sepuluh menit. Mulai lagi bila siap.</source>
        <translation>Ten minutes are over. Begin again when you are ready.</translation>
    </message>
    <message id="tech.fix.paper-low">
        <source>Kertas hampir habis: siapkan gulungan baru.</source>
        <translation>Paper is nearly out: have a new roll at hand.</translation>
    </message>
    <message id="tech.fix.paper-out">
        <source>Kertas habis: ganti gulungan (--new-roll).</source>
        <translation>Paper is out: change the roll (--new-roll).</translation>
    </message>
    <message id="tech.fix.cover-open">
        <source>Tutup terbuka: tutup sampai berbunyi klik.</source>
        <translation>The cover is open: close it until it clicks.</translation>
    </message>
    <message id="tech.fix.jam">
        <source>Pisau macet: matikan printer, buka tutup, keluarkan kertas, putar roda pisau ke tempatnya, nyalakan lagi.</source>
        <translation>The cutter is stuck: switch off, open, take the paper out, turn the cutter's wheel home, switch on.</translation>
    </message>
    <message id="tech.fix.hot">
        <source>Kepala cetak panas: tunggu, jangan dimatikan.</source>
        <translation>The head is hot: wait, do not switch it off.</translation>
    </message>
    <message id="tech.fix.broken">
        <source>Matikan printer, tunggu sepuluh detik, nyalakan lagi. Bila tetap begini, ganti printer.</source>
        <translation>Switch it off, wait ten seconds, switch it on. If it stays so, change the printer.</translation>
    </message>
    <message id="tech.fix.silent">
        <source>Printer tidak menjawab: periksa kabel, listrik dan alamat (IP, perangkat, kecepatan).</source>
        <translation>The printer does not answer: check cable, power and address (IP, device, speed).</translation>
    </message>
    <message id="tech.fix.unknown">
        <source>Printer berhenti tanpa sebab yang terbaca: lihat lampunya, tekan tombol FEED.</source>
        <translation>It stopped and tells no cause: look at its lamps, press FEED.</translation>
    </message>
    <message id="tech.test.head">
        <source>Lembar uji printer</source>
        <translation>Printer test page</translation>
    </message>
    <message id="tech.test.printed">
        <source>Dicetak</source>
        <translation>Printed</translation>
    </message>
    <message id="tech.test.ruler">
        <source>Penggaris (mm): garis di kedua ujung harus tercetak.</source>
        <translation>Ruler (mm): both ends must be printed.</translation>
    </message>
    <message id="tech.test.greys">
        <source>Delapan abu-abu: semuanya harus tampak berbeda.</source>
        <translation>Eight greys: each must look different.</translation>
    </message>
    <message id="tech.test.density">
        <source>Kepadatan: balok hitam rata, garis 1–4 titik terpisah.</source>
        <translation>Density: an even black bar, lines of 1–4 dots apart.</translation>
    </message>
    <message id="tech.test.qr">
        <source>QR 3, 4, 5, 6 titik: catat yang terkecil yang terbaca HP.</source>
        <translation>QR of 3, 4, 5, 6 dots: note the smallest a phone reads.</translation>
    </message>
    <message id="tech.test.code">
        <source>QR tiket terpanjang: harus terbaca.</source>
        <translation>The longest ticket code: it must be readable.</translation>
    </message>
    <message id="tech.test.letters">
        <source>Huruf terkecil 3 mm: aáéí 0123456789 KAMXURHFWL</source>
        <translation>Smallest letters, 3 mm: aáéí 0123456789 KAMXURHFWL</translation>
    </message>
    <message id="tech.test.profile">
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message id="tech.test.link">
        <source>Sambungan</source>
        <translation>Connection</translation>
    </message>
    <message id="tech.test.width">
        <source>Lebar kepala</source>
        <translation>Head width</translation>
    </message>
    <message id="tech.test.dots">
        <source>{n} titik</source>
        <translation>{n} dots</translation>
    </message>
    <message id="tech.test.level">
        <source>Bukti cetak</source>
        <translation>Proof of printing</translation>
    </message>
    <message id="tech.test.model">
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message id="tech.test.serial">
        <source>Nomor seri</source>
        <translation>Serial number</translation>
    </message>
    <message id="tech.test.firmware">
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message id="tech.test.cuts">
        <source>Jumlah potong</source>
        <translation>Cuts made</translation>
    </message>
    <message id="tech.test.paper">
        <source>Kertas terpakai</source>
        <translation>Paper used</translation>
    </message>
    <message id="tech.test.metres">
        <source>{n} m</source>
        <translation>{n} m</translation>
    </message>
    <message id="dock.title">
        <source>Dok demo Anjungan</source>
        <translation>Anjungan demo dock</translation>
    </message>
    <message id="dock.camera">
        <source>Di depan kamera</source>
        <translation>Before the camera</translation>
    </message>
    <message id="dock.ikd">
        <source>QR IKD</source>
        <translation>IKD QR</translation>
    </message>
    <message id="dock.ikd.old">
        <source>QR IKD lama</source>
        <translation>Old IKD QR</translation>
    </message>
    <message id="dock.ticket">
        <source>QR tiket terakhir</source>
        <translation>Last ticket's QR</translation>
    </message>
    <message id="dock.booking">
        <source>QR pendaftaran</source>
        <translation>Booking QR</translation>
    </message>
    <message id="dock.foreign">
        <source>QR lain</source>
        <translation>Another QR</translation>
    </message>
    <message id="dock.hide">
        <source>Turunkan HP</source>
        <translation>Take away</translation>
    </message>
    <message id="dock.printer">
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message id="dock.paper.out">
        <source>Keluarkan kertas</source>
        <translation>Take paper out</translation>
    </message>
    <message id="dock.paper.in">
        <source>Pasang kertas</source>
        <translation>Put paper in</translation>
    </message>
    <message id="dock.cover.open">
        <source>Buka tutup</source>
        <translation>Open cover</translation>
    </message>
    <message id="dock.cover.close">
        <source>Tutup kembali</source>
        <translation>Close cover</translation>
    </message>
    <message id="dock.network">
        <source>Jaringan</source>
        <translation>Network</translation>
    </message>
    <message id="dock.network.cut">
        <source>Putuskan jaringan</source>
        <translation>Cut the network</translation>
    </message>
    <message id="dock.network.mend">
        <source>Sambungkan jaringan</source>
        <translation>Mend the network</translation>
    </message>
    <message id="dock.paper.tray">
        <source>Kertas terakhir</source>
        <translation>Last paper</translation>
    </message>
    <message id="dock.take">
        <source>Ambil kertas</source>
        <translation>Take the paper</translation>
    </message>
    <message id="dock.ticket.none">
        <source>Belum ada tiket dicetak</source>
        <translation>No ticket was printed yet</translation>
    </message>
    <message id="help.offline">
        <source>Jaringan terputus. Temui petugas di meja informasi.</source>
        <translation>The network is down. See staff at the information desk.</translation>
    </message>
    <message id="speech.choices">
        <source>{n} pilihan</source>
        <translation>{n} choices</translation>
    </message>
    <message id="speech.choices.one">
        <source>Satu pilihan</source>
        <translation>One choice</translation>
    </message>
    <message id="speech.chosen">
        <source>terpilih</source>
        <translation>chosen</translation>
    </message>
    <message id="speech.unavailable">
        <source>tidak tersedia</source>
        <translation>not available</translation>
    </message>
    <message id="speech.on">
        <source>menyala</source>
        <translation>on</translation>
    </message>
    <message id="speech.off">
        <source>mati</source>
        <translation>off</translation>
    </message>
    <message id="speech.role.switch">
        <source>sakelar</source>
        <translation>switch</translation>
    </message>
    <message id="speech.role.field">
        <source>kolom isian</source>
        <translation>text field</translation>
    </message>
    <message id="speech.role.tab">
        <source>tab</source>
        <translation>tab</translation>
    </message>
    <message id="speech.section.bar">
        <source>Pengaturan</source>
        <translation>Settings</translation>
    </message>
    <message id="speech.section.keys">
        <source>Papan ketik</source>
        <translation>Keyboard</translation>
    </message>
    <message id="speech.empty">
        <source>kosong</source>
        <translation>empty</translation>
    </message>
    <message id="speech.deleted">
        <source>{sign} dihapus</source>
        <translation>{sign} deleted</translation>
    </message>
    <message id="speech.cleared">
        <source>Semua dihapus</source>
        <translation>All deleted</translation>
    </message>
    <message id="speech.ready">
        <source>Nomor Anda sudah siap</source>
        <translation>Your number is ready</translation>
    </message>
    <message id="speech.read">
        <source>QR terbaca</source>
        <translation>QR code read</translation>
    </message>
    <message id="speech.have">
        <source>Anda sudah punya nomor untuk layanan ini.</source>
        <translation>You already have a number for this service.</translation>
    </message>
    <message id="speech.wait">
        <source>Tunggu dipanggil di {place}.</source>
        <translation>Wait to be called at {place}.</translation>
    </message>
    <message id="speech.masked">
        <source>disamarkan</source>
        <translation>hidden</translation>
    </message>
    <message id="speech.range">
        <source>{first} sampai {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message id="speech.about">
        <source>kira-kira</source>
        <translation>about</translation>
    </message>
    <message id="speech.rupiah">
        <source>{amount} rupiah</source>
        <translation>{amount} rupiah</translation>
    </message>
    <message id="speech.volume">
        <source>Kuat suara {n}</source>
        <translation>Volume {n}</translation>
    </message>
    <message id="speech.speed">
        <source>Kecepatan bicara {n}</source>
        <translation>Speech speed {n}</translation>
    </message>
    <message id="speech.sign.dash">
        <source>strip</source>
        <translation>hyphen</translation>
    </message>
    <message id="speech.sign.slash">
        <source>garis miring</source>
        <translation>slash</translation>
    </message>
    <message id="speech.sign.dot">
        <source>titik</source>
        <translation>full stop</translation>
    </message>
    <message id="speech.sign.comma">
        <source>koma</source>
        <translation>comma</translation>
    </message>
    <message id="speech.sign.open">
        <source>kurung buka</source>
        <translation>open bracket</translation>
    </message>
    <message id="speech.sign.close">
        <source>kurung tutup</source>
        <translation>close bracket</translation>
    </message>
    <message id="speech.sign.and">
        <source>dan</source>
        <translation>and</translation>
    </message>
    <message id="speech.sign.plus">
        <source>tambah</source>
        <translation>plus</translation>
    </message>
    <message id="speech.sign.apostrophe">
        <source>petik tunggal</source>
        <translation>apostrophe</translation>
    </message>
    <message id="speech.sign.colon">
        <source>titik dua</source>
        <translation>colon</translation>
    </message>
    <message id="speech.sign.semicolon">
        <source>titik koma</source>
        <translation>semicolon</translation>
    </message>
    <message id="speech.sign.question">
        <source>tanda tanya</source>
        <translation>question mark</translation>
    </message>
    <message id="speech.sign.exclamation">
        <source>tanda seru</source>
        <translation>exclamation mark</translation>
    </message>
    <message id="speech.sign.at">
        <source>keong</source>
        <translation>at sign</translation>
    </message>
    <message id="speech.sign.quote">
        <source>petik ganda</source>
        <translation>quotation mark</translation>
    </message>
    <message id="speech.sign.underscore">
        <source>garis bawah</source>
        <translation>underscore</translation>
    </message>
    <message id="stat.here">
        <source>Anjungan {kiosk} · dari catatan sendiri</source>
        <translation>Kiosk {kiosk} · from its own records</translation>
    </message>
    <message id="stat.busy">
        <source>Menghitung…</source>
        <translation>Counting…</translation>
    </message>
    <message id="stat.failed">
        <source>Catatan anjungan ini tidak bisa dibaca.</source>
        <translation>The records of this kiosk cannot be read.</translation>
    </message>
    <message id="stat.printed">
        <source>Tercetak</source>
        <translation>Printed</translation>
    </message>
    <message id="stat.printed.sub">
        <source>struk yang keluar</source>
        <translation>tickets that came out</translation>
    </message>
    <message id="stat.booked">
        <source>Pendaftaran</source>
        <translation>Bookings</translation>
    </message>
    <message id="stat.booked.sub">
        <source>dari semua nomor</source>
        <translation>of all numbers</translation>
    </message>
    <message id="stat.change.day">
        <source>{n}% dari {weekday} lalu</source>
        <translation>{n}% on last {weekday}</translation>
    </message>
    <message id="stat.change.week">
        <source>{n}% dari 7 hari sebelumnya</source>
        <translation>{n}% on the 7 days before</translation>
    </message>
    <message id="stat.change.month">
        <source>{n}% dari 30 hari sebelumnya</source>
        <translation>{n}% on the 30 days before</translation>
    </message>
    <message id="stat.change.none">
        <source>belum ada pembanding</source>
        <translation>nothing to compare with</translation>
    </message>
    <message id="stat.skm.sub">
        <source>mutu {grade} · {n} jawaban</source>
        <translation>grade {grade} · {n} answers</translation>
    </message>
    <message id="stat.skm.none">
        <source>{n} jawaban</source>
        <translation>{n} answers</translation>
    </message>
    <message id="stat.heat">
        <source>Hari dan jam</source>
        <translation>Days and hours</translation>
    </message>
    <message id="stat.heat.sub">
        <source>makin gelap, makin banyak nomor; sentuh untuk angkanya</source>
        <translation>the darker, the more numbers; touch for the count</translation>
    </message>
    <message id="stat.months">
        <source>Per bulan</source>
        <translation>By month</translation>
    </message>
    <message id="stat.months.sub">
        <source>nomor dan nilai SKM; catatan disimpan 90 hari</source>
        <translation>numbers and SKM score; records are kept for 90 days</translation>
    </message>
    <message id="stat.hours.sub">
        <source>nomor yang diambil</source>
        <translation>numbers issued</translation>
    </message>
    <message id="stat.way.assigned">
        <source>Dari server</source>
        <translation>By the server</translation>
    </message>
    <message id="stat.way.own">
        <source>Tanpa server</source>
        <translation>Without the server</translation>
    </message>
    <message id="stat.way.booked">
        <source>Pendaftaran</source>
        <translation>Bookings</translation>
    </message>
    <message id="stat.el.persyaratan">
        <source>Syarat</source>
        <translation>Requirements</translation>
    </message>
    <message id="stat.el.prosedur">
        <source>Prosedur</source>
        <translation>Procedure</translation>
    </message>
    <message id="stat.el.waktu">
        <source>Waktu</source>
        <translation>Time</translation>
    </message>
    <message id="stat.el.biaya">
        <source>Biaya</source>
        <translation>Fee</translation>
    </message>
    <message id="stat.el.produk">
        <source>Hasil</source>
        <translation>Result</translation>
    </message>
    <message id="stat.el.kompetensi">
        <source>Kemampuan</source>
        <translation>Skill</translation>
    </message>
    <message id="stat.el.perilaku">
        <source>Sikap</source>
        <translation>Manner</translation>
    </message>
    <message id="stat.el.pengaduan">
        <source>Pengaduan</source>
        <translation>Complaints</translation>
    </message>
    <message id="stat.el.sarana">
        <source>Sarana</source>
        <translation>Facilities</translation>
    </message>
    <message id="tech.roll.unseen">
        <source>Printer ini tidak memberi tahu. Ganti gulungan, tutup printer, lalu tekan Cetak uji.</source>
        <translation>This printer cannot tell. Change the roll, close the printer, then press Test print.</translation>
    </message>
    <message id="tech.roll.again">
        <source>Lembar uji tidak keluar. Periksa kertas dan tutupnya, lalu tekan Cetak uji.</source>
        <translation>The test sheet did not come out. Check paper and cover, then press Test print.</translation>
    </message>
    <message id="tech.touch.lead">
        <source>Sentuh tengah kotak biru.</source>
        <translation>Touch the middle of the blue square.</translation>
    </message>
    <message id="tech.touch.told">
        <source>{word}: meleset paling jauh {most} mm.</source>
        <translation>{word}: at most {most} mm beside the middle.</translation>
    </message>
    <message id="tech.touch.dead">
        <source>Tidak bisa disentuh</source>
        <translation>Cannot be touched</translation>
    </message>
    <message id="tech.touch.again">
        <source>Ulangi</source>
        <translation>Again</translation>
    </message>
    <message id="tech.l.camera">
        <source>Letak kamera</source>
        <translation>Camera position</translation>
    </message>
    <message id="tech.l.at.below">
        <source>Di bawah layar</source>
        <translation>Below the screen</translation>
    </message>
    <message id="tech.l.at.above">
        <source>Di atas layar</source>
        <translation>Above the screen</translation>
    </message>
    <message id="tech.l.at.right">
        <source>Di kanan layar</source>
        <translation>Right of the screen</translation>
    </message>
    <message id="tech.l.tall">
        <source>Layar tegak</source>
        <translation>Upright screen</translation>
    </message>
    <message id="tech.l.wide">
        <source>Layar mendatar</source>
        <translation>Wide screen</translation>
    </message>
    <message id="tech.l.beyond">
        <source>Seluruh layar ada di bawah 1.200 mm</source>
        <translation>All of the screen is below 1,200 mm</translation>
    </message>
    <message id="tech.l.less">
        <source>Kurangi</source>
        <translation>Less</translation>
    </message>
    <message id="tech.l.more">
        <source>Tambah</source>
        <translation>More</translation>
    </message>
    <message id="tech.l.keep">
        <source>Simpan</source>
        <translation>Save</translation>
    </message>
    <message id="tech.l.kept">
        <source>Tersimpan dan sudah berlaku.</source>
        <translation>Saved, and in force now.</translation>
    </message>
    <message id="tech.l.lost">
        <source>Berkas setelan tidak bisa ditulis. Belum ada yang berubah.</source>
        <translation>The settings file cannot be written. Nothing was changed.</translation>
    </message>
    <message id="tech.log.busy">
        <source>Membaca catatan…</source>
        <translation>Reading the log…</translation>
    </message>
    <message id="tech.log.empty">
        <source>Belum ada catatan.</source>
        <translation>The log is empty.</translation>
    </message>
    <message id="tech.log.unread">
        <source>Catatan tidak bisa dibaca.</source>
        <translation>The log cannot be read.</translation>
    </message>
    <message id="tech.log.export">
        <source>Simpan ke USB</source>
        <translation>Save to USB</translation>
    </message>
    <message id="tech.log.done">
        <source>Tersimpan di USB. Tunggu lampunya padam, lalu cabut.</source>
        <translation>Saved to the USB stick. Wait until its light is off, then take it out.</translation>
    </message>
    <message id="tech.log.full">
        <source>USB penuh. Hapus isinya atau pakai yang lain.</source>
        <translation>The USB stick is full. Delete something or use another one.</translation>
    </message>
    <message id="tech.log.read-only">
        <source>USB tidak bisa ditulis. Pakai yang lain.</source>
        <translation>The USB stick cannot be written. Use another one.</translation>
    </message>
    <message id="tech.ask.restart.t">
        <source>Mulai ulang anjungan ini?</source>
        <translation>Restart this kiosk?</translation>
    </message>
    <message id="tech.ask.restart.x">
        <source>Layar mati sebentar. Nomor yang sudah diambil tetap tersimpan.</source>
        <translation>The screen is off for a moment. Numbers already taken are kept.</translation>
    </message>
    <message id="tech.log.none">
        <source>Tidak ada USB. Pasang, tunggu sebentar, lalu coba lagi.</source>
        <translation>There is no USB stick. Put one in, wait a moment, then try again.</translation>
    </message>
    <message id="tech.log.failed">
        <source>USB rusak atau dicabut. Coba yang lain.</source>
        <translation>The USB stick is broken or was taken out. Try another one.</translation>
    </message>
    <message id="tech.aid.sharp">
        <source>Ketajaman {n} dari 100: {word}</source>
        <translation>Sharpness {n} of 100: {word}</translation>
    </message>
    <message id="tech.aid.light">
        <source>Cahaya {n} dari 100: {word}</source>
        <translation>Light {n} of 100: {word}</translation>
    </message>
    <message id="tech.aid.near">
        <source>Jarak: tahan kode di tengah.</source>
        <translation>Distance: hold the code in the middle.</translation>
    </message>
    <message id="tech.aid.closer">
        <source>Jarak: dekatkan.</source>
        <translation>Distance: come closer.</translation>
    </message>
    <message id="tech.aid.back">
        <source>Jarak: jauhkan.</source>
        <translation>Distance: move away.</translation>
    </message>
    <message id="stat.cell">
        <source>{day} {hour}.00–{hour}.59: {n} nomor</source>
        <translation>{day} {hour}.00–{hour}.59: {n} numbers</translation>
    </message>
    <message id="stat.trend">
        <source>Nilai SKM per bulan</source>
        <translation>SKM score by month</translation>
    </message>
    <message id="stat.trend.sub">
        <source>titik = nilai, pita = mutu</source>
        <translation>dot = score, band = grade</translation>
    </message>
    <message id="stat.trend.none">
        <source>Belum ada bulan yang semua unsurnya dijawab.</source>
        <translation>No month has answers to every element yet.</translation>
    </message>
    <message id="stat.trend.point">
        <source>{month}: {value}, mutu {grade}</source>
        <translation>{month}: {value}, grade {grade}</translation>
    </message>
    <message id="stat.grade.A">
        <source>A · Sangat baik</source>
        <translation>A · Very good</translation>
    </message>
    <message id="stat.grade.B">
        <source>B · Baik</source>
        <translation>B · Good</translation>
    </message>
    <message id="stat.grade.C">
        <source>C · Kurang baik</source>
        <translation>C · Poor</translation>
    </message>
    <message id="stat.grade.D">
        <source>D · Tidak baik</source>
        <translation>D · Bad</translation>
    </message>
    <message id="stat.export">
        <source>Simpan CSV ke USB</source>
        <translation>Save CSV to USB</translation>
    </message>
    <message id="tech.log.saving">
        <source>Menyimpan…</source>
        <translation>Saving…</translation>
    </message>
    <message id="tech.setup.skip">
        <source>Lewati</source>
        <translation>Skip</translation>
    </message>
    <message id="tech.setup.later">
        <source>Dilewati</source>
        <translation>Skipped</translation>
    </message>
    <message id="tech.setup.language">
        <source>Pilih bahasa</source>
        <translation>Choose a language</translation>
    </message>
    <message id="tech.setup.panel">
        <source>Layar</source>
        <translation>Screen</translation>
    </message>
    <message id="tech.setup.camera">
        <source>Pilih kamera</source>
        <translation>Choose the camera</translation>
    </message>
    <message id="tech.setup.scanner">
        <source>Pilih pemindai genggam</source>
        <translation>Choose the hand scanner</translation>
    </message>
    <message id="tech.setup.printer">
        <source>Pilih printer</source>
        <translation>Choose the printer</translation>
    </message>
    <message id="tech.setup.make">
        <source>Merek printer</source>
        <translation>Make of the printer</translation>
    </message>
    <message id="tech.setup.width">
        <source>Lebar kertas</source>
        <translation>Width of the paper</translation>
    </message>
    <message id="tech.setup.looking">
        <source>Mencari perangkat…</source>
        <translation>Looking for devices…</translation>
    </message>
    <message id="tech.setup.none.camera">
        <source>Kamera tidak ditemukan. Pasang kabelnya, lalu tekan Cari lagi. Tanpa kamera, tekan Lewati.</source>
        <translation>No camera was found. Plug it in, then press Look again. Without a camera, press Skip.</translation>
    </message>
    <message id="tech.setup.none.scanner">
        <source>Pemindai genggam tidak ditemukan.</source>
        <translation>No hand scanner was found.</translation>
    </message>
    <message id="tech.setup.none.printer">
        <source>Printer USB atau serial tidak ditemukan. Pasang kabelnya dan nyalakan, lalu tekan Cari lagi.</source>
        <translation>No USB or serial printer was found. Plug it in and switch it on, then press Look again.</translation>
    </message>
    <message id="tech.setup.printer.net">
        <source>Printer di jaringan</source>
        <translation>Printer on the network</translation>
    </message>
    <message id="tech.setup.make.any">
        <source>Printer ESC/POS lain</source>
        <translation>Any ESC/POS printer</translation>
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
        <translation>As a keyboard</translation>
    </message>
    <message id="tech.setup.kind.hid-pos">
        <source>HID-POS</source>
        <translation>HID-POS</translation>
    </message>
    <message id="tech.setup.kiosk">
        <source>Nama anjungan</source>
        <translation>Name of this kiosk</translation>
    </message>
    <message id="tech.setup.kiosk.label">
        <source>Nama pendek, misalnya A-01. Tercetak di setiap tiket.</source>
        <translation>A short name such as A-01. It is printed on every ticket.</translation>
    </message>
    <message id="tech.setup.kiosk.wrong">
        <source>Nama tidak boleh kosong.</source>
        <translation>The name must not be empty.</translation>
    </message>
    <message id="tech.setup.tenant">
        <source>Nama pengelola</source>
        <translation>Whose kiosk it is</translation>
    </message>
    <message id="tech.setup.tenant.label">
        <source>Misalnya Kabupaten Cirebon. Tampil di layar dan tiket.</source>
        <translation>For example Kabupaten Cirebon. It stands on screen and tickets.</translation>
    </message>
    <message id="tech.setup.tenant.wrong">
        <source>Nama tidak boleh kosong.</source>
        <translation>The name must not be empty.</translation>
    </message>
    <message id="tech.setup.code">
        <source>Ketik kode pendaftaran</source>
        <translation>Type the enrolment code</translation>
    </message>
    <message id="tech.setup.code.label">
        <source>Teks di bawah kode QR, mulai dari ANJUNGAN1.</source>
        <translation>The text below the QR code, from ANJUNGAN1 on.</translation>
    </message>
    <message id="tech.setup.code.wrong">
        <source>Bukan kode pendaftaran. Periksa setiap hurufnya.</source>
        <translation>That is no enrolment code. Check every letter.</translation>
    </message>
    <message id="tech.setup.address">
        <source>Alamat printer</source>
        <translation>Address of the printer</translation>
    </message>
    <message id="tech.setup.address.label">
        <source>Alamat angka, misalnya 192.168.1.50. Port biasa: 9100.</source>
        <translation>A numeric address such as 192.168.1.50. The usual port is 9100.</translation>
    </message>
    <message id="tech.setup.address.wrong">
        <source>Bukan alamat angka. Contoh: 192.168.1.50 atau 192.168.1.50:9100.</source>
        <translation>That is no numeric address. Example: 192.168.1.50 or 192.168.1.50:9100.</translation>
    </message>
    <message id="tech.setup.do.copy">
        <source>Salin dari anjungan lain</source>
        <translation>Copy another kiosk</translation>
    </message>
    <message id="tech.setup.copy">
        <source>Salin anjungan lain</source>
        <translation>Copy another kiosk</translation>
    </message>
    <message id="tech.setup.copy.first">
        <source>Di anjungan yang sudah jadi, jalankan: kiosk clone show</source>
        <translation>At the kiosk that is set up, run: kiosk clone show</translation>
    </message>
    <message id="tech.setup.copy.second">
        <source>Tunjukkan kode QR-nya. Nama, kunci, dan PIN tidak ikut.</source>
        <translation>Show its QR code. Name, key and PIN stay behind.</translation>
    </message>
    <message id="tech.setup.copy.blind">
        <source>Kamera belum menyala. Tekan Kembali untuk mengatur sendiri.</source>
        <translation>No camera is on. Press Back to set up by hand.</translation>
    </message>
    <message id="tech.setup.copy.code.t">
        <source>Bukan kode salinan yang dapat dipakai</source>
        <translation>No copy that can be used</translation>
    </message>
    <message id="tech.setup.copy.code.x">
        <source>Tunjukkan kode dari kiosk clone show, atau tekan Kembali.</source>
        <translation>Show the code of kiosk clone show, or press Back.</translation>
    </message>
    <message id="tech.setup.copy.stick.t">
        <source>Salinan di stik USB tidak dapat dipakai</source>
        <translation>The copy on the stick cannot be used</translation>
    </message>
    <message id="tech.setup.copy.stick.x">
        <source>Perlu satu berkas .anjungan di stik dan kata sandinya.</source>
        <translation>One .anjungan file must be on it, and this be its passphrase.</translation>
    </message>
    <message id="tech.setup.passphrase">
        <source>Kata sandi salinan</source>
        <translation>Passphrase of the copy</translation>
    </message>
    <message id="tech.setup.passphrase.label">
        <source>Kata sandi dari kiosk clone save. Stik USB tetap terpasang.</source>
        <translation>The passphrase given to kiosk clone save. Leave the stick in.</translation>
    </message>
    <message id="tech.setup.passphrase.wrong">
        <source>Kata sandi itu paling sedikit 10 tanda.</source>
        <translation>It has at least 10 characters.</translation>
    </message>
    <message id="tech.setup.do.stick">
        <source>Dari stik USB</source>
        <translation>From a USB stick</translation>
    </message>
    <message id="tech.setup.do.look">
        <source>Cari lagi</source>
        <translation>Look again</translation>
    </message>
    <message id="tech.setup.do.anew">
        <source>Daftar ulang</source>
        <translation>Enrol anew</translation>
    </message>
    <message id="tech.setup.do.type">
        <source>Ketik kode</source>
        <translation>Type it</translation>
    </message>
    <message id="tech.setup.do.probe">
        <source>Periksa lagi</source>
        <translation>Ask again</translation>
    </message>
    <message id="tech.setup.do.print">
        <source>Cetak uji</source>
        <translation>Test print</translation>
    </message>
    <message id="tech.setup.do.play">
        <source>Putar lagi</source>
        <translation>Play again</translation>
    </message>
    <message id="tech.setup.do.heard">
        <source>Terdengar</source>
        <translation>I heard it</translation>
    </message>
    <message id="tech.setup.do.unheard">
        <source>Tidak</source>
        <translation>No</translation>
    </message>
    <message id="tech.setup.do.examine">
        <source>Periksa lagi</source>
        <translation>Check again</translation>
    </message>
    <message id="tech.setup.net.looking">
        <source>Memeriksa jaringan…</source>
        <translation>Looking at the network…</translation>
    </message>
    <message id="tech.setup.net.good">
        <source>Mesin ini punya alamat di jaringan.</source>
        <translation>This machine has an address on the network.</translation>
    </message>
    <message id="tech.setup.net.none">
        <source>Belum ada alamat. Pasang kabel jaringan atau atur jaringan di sistem. Halaman ini memeriksa terus.</source>
        <translation>There is no address yet. Plug in the network cable or set the network up in the system. This page keeps looking.</translation>
    </message>
    <message id="tech.setup.net.bare">
        <source>Tersambung, belum ada alamat</source>
        <translation>Connected, no address yet</translation>
    </message>
    <message id="tech.setup.enrol">
        <source>Daftarkan anjungan</source>
        <translation>Enrol the kiosk</translation>
    </message>
    <message id="tech.setup.enrolled">
        <source>Anjungan terdaftar</source>
        <translation>The kiosk is enrolled</translation>
    </message>
    <message id="tech.setup.central">
        <source>Server pusat</source>
        <translation>Central server</translation>
    </message>
    <message id="tech.setup.enrol.first">
        <source>Di server pusat, jalankan: central enrol</source>
        <translation>At the central server, run: central enrol</translation>
    </message>
    <message id="tech.setup.enrol.second">
        <source>Tunjukkan kode QR yang tercetak di sana.</source>
        <translation>Show the QR code that it prints.</translation>
    </message>
    <message id="tech.setup.enrol.blind">
        <source>Kamera dan pemindai tidak menyala. Tekan Ketik kode.</source>
        <translation>Camera and scanner are not on. Press Type it.</translation>
    </message>
    <message id="tech.setup.enrol.asking">
        <source>Menghubungi server pusat…</source>
        <translation>Calling the central server…</translation>
    </message>
    <message id="tech.setup.enrol.compare">
        <source>Bandingkan enam angka ini dengan yang ada di server pusat, lalu sahkan di sana: central enrol confirm</source>
        <translation>Compare these six digits with those at the central server, then confirm there: central enrol confirm</translation>
    </message>
    <message id="tech.setup.enrol.no-code.t">
        <source>Bukan kode pendaftaran</source>
        <translation>No enrolment code</translation>
    </message>
    <message id="tech.setup.enrol.no-code.x">
        <source>Tunjukkan kode QR dari perintah central enrol.</source>
        <translation>Show the QR code of the command central enrol.</translation>
    </message>
    <message id="tech.setup.enrol.silent.t">
        <source>Server pusat tidak menjawab</source>
        <translation>The central server does not answer</translation>
    </message>
    <message id="tech.setup.enrol.silent.x">
        <source>Periksa jaringan dan server pusat, lalu tunjukkan kodenya lagi.</source>
        <translation>Check the network and the central server, then show the code again.</translation>
    </message>
    <message id="tech.setup.enrol.used.t">
        <source>Kode sudah terpakai atau kedaluwarsa</source>
        <translation>The code is used up or too old</translation>
    </message>
    <message id="tech.setup.enrol.used.x">
        <source>Buat kode baru di server pusat, lalu tunjukkan.</source>
        <translation>Make a new code at the central server and show it.</translation>
    </message>
    <message id="tech.setup.enrol.refused.t">
        <source>Ditolak di server pusat</source>
        <translation>Refused at the central server</translation>
    </message>
    <message id="tech.setup.enrol.refused.x">
        <source>Angkanya tidak sama, atau tidak disahkan. Buat kode baru.</source>
        <translation>The digits differed, or nobody confirmed them. Make a new code.</translation>
    </message>
    <message id="tech.setup.enrol.revoked.t">
        <source>Anjungan ini sudah dicabut</source>
        <translation>This kiosk was revoked</translation>
    </message>
    <message id="tech.setup.enrol.revoked.x">
        <source>Hapus berkas device.key di folder data, lalu tunjukkan kode baru.</source>
        <translation>Remove the file device.key from the data folder, then show a new code.</translation>
    </message>
    <message id="tech.setup.enrol.undecided.t">
        <source>Belum ada yang mengesahkan</source>
        <translation>Nobody has confirmed</translation>
    </message>
    <message id="tech.setup.enrol.undecided.x">
        <source>Buat kode baru, dan sahkan keenam angkanya di server pusat.</source>
        <translation>Make a new code, and confirm its six digits at the central server.</translation>
    </message>
    <message id="tech.setup.enrol.unbelieved.t">
        <source>Tanda tangan anjungan ditolak</source>
        <translation>The kiosk's signature was refused</translation>
    </message>
    <message id="tech.setup.enrol.unbelieved.x">
        <source>Cocokkan jam mesin ini dengan server pusat, lalu coba lagi.</source>
        <translation>Set this machine's clock by the central server, then try again.</translation>
    </message>
    <message id="tech.setup.enrol.disk.t">
        <source>Pendaftaran tidak dapat disimpan</source>
        <translation>The enrolment cannot be kept</translation>
    </message>
    <message id="tech.setup.enrol.disk.x">
        <source>Periksa ruang dan hak tulis folder data, lalu coba lagi.</source>
        <translation>Check room and rights of the data folder, then try again.</translation>
    </message>
    <message id="tech.setup.probing">
        <source>Bertanya kepada printer. Paling lama setengah menit…</source>
        <translation>Asking the printer. Half a minute at most…</translation>
    </message>
    <message id="tech.setup.answers">
        <source>Jawaban printer</source>
        <translation>What the printer answers</translation>
    </message>
    <message id="tech.setup.unprinted">
        <source>Tekan Cetak uji, lalu lihat lembarnya.</source>
        <translation>Press Test print, then look at the sheet.</translation>
    </message>
    <message id="tech.setup.printed.ok">
        <source>Printer membuktikan lembarnya keluar.</source>
        <translation>The printer proved that the sheet came out.</translation>
    </message>
    <message id="tech.setup.printed.warn">
        <source>Terkirim. Lihat apakah lembarnya keluar.</source>
        <translation>It was sent. See whether the sheet came out.</translation>
    </message>
    <message id="tech.setup.printed.bad">
        <source>Lembar tidak keluar. Periksa kertas, tutup, dan kabel.</source>
        <translation>The sheet did not come out. Check paper, cover and cable.</translation>
    </message>
    <message id="tech.setup.sound">
        <source>Anjungan membunyikan satu nada.</source>
        <translation>The kiosk plays one tone.</translation>
    </message>
    <message id="tech.setup.pin">
        <source>PIN teknisi baru</source>
        <translation>New technician's PIN</translation>
    </message>
    <message id="tech.setup.pin.again">
        <source>Ulangi PIN-nya</source>
        <translation>The PIN once more</translation>
    </message>
    <message id="tech.setup.pin.about">
        <source>{n} angka. Dengan PIN ini panel teknisi dibuka.</source>
        <translation>{n} digits. They open the technician's panel.</translation>
    </message>
    <message id="tech.setup.pin.differs">
        <source>Keduanya tidak sama. Mulai lagi.</source>
        <translation>The two are not the same. Begin again.</translation>
    </message>
    <message id="tech.setup.pin.weak">
        <source>PIN ini mudah ditebak. Pilih yang lain.</source>
        <translation>That PIN is easily guessed. Choose another.</translation>
    </message>
    <message id="tech.setup.pin.set">
        <source>PIN sudah ada. Ketik yang baru untuk menggantinya.</source>
        <translation>There is a PIN. Type a new one to change it.</translation>
    </message>
    <message id="tech.setup.step.panel">
        <source>Layar</source>
        <translation>Screen</translation>
    </message>
    <message id="tech.setup.step.name">
        <source>Nama</source>
        <translation>Name</translation>
    </message>
    <message id="tech.setup.step.camera">
        <source>Pembaca kode</source>
        <translation>Code reader</translation>
    </message>
    <message id="tech.setup.step.network">
        <source>Jaringan</source>
        <translation>Network</translation>
    </message>
    <message id="tech.setup.step.enrol">
        <source>Pendaftaran</source>
        <translation>Enrolment</translation>
    </message>
    <message id="tech.setup.step.printer">
        <source>Printer</source>
        <translation>Printer</translation>
    </message>
    <message id="tech.setup.step.sound">
        <source>Suara</source>
        <translation>Sound</translation>
    </message>
    <message id="tech.setup.step.touch">
        <source>Layar sentuh</source>
        <translation>Touch</translation>
    </message>
    <message id="tech.setup.step.pin">
        <source>PIN teknisi</source>
        <translation>Technician's PIN</translation>
    </message>
    <message id="tech.setup.examining">
        <source>Memeriksa semuanya…</source>
        <translation>Checking everything…</translation>
    </message>
    <message id="tech.setup.faults">
        <source>{n} perlu diperbaiki</source>
        <translation>{n} to mend</translation>
    </message>
    <message id="tech.setup.ready">
        <source>Siap melayani</source>
        <translation>Ready to serve</translation>
    </message>
    <message id="tech.setup.begin">
        <source>Mulai</source>
        <translation>Begin</translation>
    </message>
</context>
</TS>
