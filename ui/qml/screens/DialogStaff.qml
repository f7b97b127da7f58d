import QtQuick
import Anjungan

// What the technician's panel asks before it stops service, or to judge a test.
KioskDialog {
    id: dialog

    readonly property var facts: Kiosk.shell.dialog ?? ({
            "title": "",
            "text": "",
            "yes": "",
            "no": "",
            "denies": ""
        })

    title: facts.title
    text: facts.text

    PrimaryButton {
        objectName: "dialog.yes"
        width: parent.width
        height: implicitHeight
        icon: "check"
        text: dialog.facts.yes
        onActivated: Kiosk.send("actConfirm")
    }
    EdgeButton {
        objectName: "dialog.no"
        width: parent.width
        height: implicitHeight
        text: dialog.facts.no
        onActivated: Kiosk.send(dialog.facts.denies)
    }
}
