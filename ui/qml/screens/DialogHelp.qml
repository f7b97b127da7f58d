import QtQuick
import Anjungan

// D4: a person comes, or the visit ends and is forgotten.
KioskDialog {
    id: dialog

    readonly property string called: Kiosk.shell.dialog ? Kiosk.shell.dialog.called : ""

    title: Words.t["help.title"]

    StatusBanner {
        width: parent.width
        height: implicitHeight
        icon: "circle-check"
        text: dialog.called
        visible: dialog.called !== ""
    }
    PrimaryButton {
        objectName: "help.call"
        width: parent.width
        height: implicitHeight
        icon: "hand-stop"
        text: Words.t["help.call"]
        enabled: dialog.called === ""
        onActivated: Kiosk.send("callStaff")
    }
    EdgeButton {
        objectName: "help.end"
        width: parent.width
        height: implicitHeight
        icon: "logout"
        text: Words.t["help.end"]
        onActivated: Kiosk.send("endNow")
    }
    EdgeButton {
        objectName: "dialog.close"
        width: parent.width
        height: implicitHeight
        text: Words.t["common.close"]
        onActivated: Kiosk.send("closeDialog")
    }
}
