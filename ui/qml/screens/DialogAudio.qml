import QtQuick
import Anjungan

// D3: speech on or off.
KioskDialog {
    id: dialog

    readonly property bool on: Kiosk.shell.dialog ? Kiosk.shell.dialog.on === true : false

    title: Words.t["audio.title"]
    text: Words.t["audio.plug"]

    SwitchRow {
        objectName: "audio.toggle"
        width: parent.width
        height: implicitHeight
        icon: dialog.on ? "volume" : "volume-off"
        on: dialog.on
        text: dialog.on ? Words.t["audio.on"] : Words.t["audio.off"]
        onActivated: Kiosk.send("audioToggle")
    }
    EdgeButton {
        objectName: "dialog.close"
        width: parent.width
        height: implicitHeight
        text: Words.t["common.close"]
        onActivated: Kiosk.send("closeDialog")
    }
}
