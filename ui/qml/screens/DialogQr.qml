import QtQuick
import QtQuick.Layouts
import Anjungan

// A code that takes a list to the visitor's phone.
KioskDialog {
    id: dialog

    readonly property var facts: Kiosk.shell.dialog ?? ({
            "title": "",
            "qr": ""
        })

    title: facts.title ?? ""
    text: Theme.tall ? Words.t["qr.text"] : ""

    GridLayout {
        width: parent.width
        columns: Theme.tall ? 1 : 2
        columnSpacing: 32 * Theme.u
        rowSpacing: 28 * Theme.u

        QrCode {
            Layout.alignment: Qt.AlignHCenter
            size: Theme.tall ? 560 : 440
            text: dialog.facts.qr ?? ""
            Accessible.name: dialog.title
        }
        EdgeButton {
            objectName: "dialog.close"
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            text: Words.t["common.close"]
            onActivated: Kiosk.send("closeDialog")
        }
    }
}
