import QtQuick
import QtQuick.Layouts
import Anjungan

// A code that takes a list to the visitor's phone, and a button that prints it.
KioskDialog {
    id: dialog

    readonly property var facts: Kiosk.shell.dialog ?? ({
            "title": "",
            "qr": "",
            "print": ({})
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
        GridLayout {
            Layout.fillWidth: true
            columns: Theme.tall ? 2 : 1
            columnSpacing: 20 * Theme.u
            rowSpacing: columnSpacing
            uniformCellWidths: true

            EdgeButton {
                objectName: "dialog.print"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: implicitHeight
                icon: dialog.facts.print?.icon ?? ""
                text: dialog.facts.print?.label ?? ""
                enabled: dialog.facts.print?.enabled ?? false
                onActivated: Kiosk.send("printList")
            }
            EdgeButton {
                objectName: "dialog.close"
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredHeight: implicitHeight
                text: Words.t["common.close"]
                onActivated: Kiosk.send("closeDialog")
            }
        }
    }
}
