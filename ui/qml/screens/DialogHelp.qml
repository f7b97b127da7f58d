import QtQuick
import QtQuick.Layouts
import Anjungan

// D4: a person comes, the kiosk explains itself, or the visit ends and is forgotten.
KioskDialog {
    id: dialog

    readonly property string called: Kiosk.shell.dialog ? Kiosk.shell.dialog.called ?? "" : ""

    cardWidth: Theme.tall ? 900 : 1000
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
        visible: enabled || !dialog.tight
        onActivated: Kiosk.send("callStaff")
    }
    GridLayout {
        width: parent.width
        columns: Theme.tall ? 1 : 2
        columnSpacing: 20 * Theme.u
        rowSpacing: columnSpacing

        EdgeButton {
            objectName: "help.howto"
            Layout.row: Theme.tall ? 0 : 1
            Layout.column: 0
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: implicitHeight
            icon: Theme.tall || Theme.textScale === 1 ? "hand-finger" : ""
            text: Words.t["help.howto"]
            onActivated: Kiosk.send("howto")
        }
        EdgeButton {
            objectName: "help.end"
            Layout.row: Theme.tall ? 1 : 0
            Layout.column: 0
            Layout.columnSpan: Theme.tall ? 1 : 2
            Layout.fillWidth: true
            Layout.preferredHeight: implicitHeight
            icon: "logout"
            text: Words.t["help.end"]
            onActivated: Kiosk.send("endNow")
        }
        EdgeButton {
            objectName: "dialog.close"
            Layout.row: Theme.tall ? 2 : 1
            Layout.column: Theme.tall ? 0 : 1
            Layout.fillWidth: Theme.tall
            Layout.preferredWidth: 260 * Theme.u
            Layout.preferredHeight: implicitHeight
            text: Words.t["common.close"]
            onActivated: Kiosk.send("closeDialog")
        }
    }
}
