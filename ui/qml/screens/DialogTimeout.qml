pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// D1: asks whether somebody is still there, and shows how long the answer may take.
KioskDialog {
    id: dialog

    readonly property var facts: Kiosk.shell.dialog ?? ({
            "seconds": 0,
            "total": 1
        })
    // In the square layout with larger text the ring moves into the button.
    readonly property bool roomy: Theme.tall || Theme.textScale === 1

    title: Words.t["time.title"]
    text: Words.t["time.text"]
    safeOrder: "continue"
    head: roomy ? large : null

    Component {
        id: large

        TimerRing {
            size: Theme.tall ? 220 : 132
            seconds: dialog.facts.seconds
            total: dialog.facts.total
        }
    }
    Component {
        id: small

        TimerRing {
            size: 92
            thickness: 9
            numberSize: 38
            seconds: dialog.facts.seconds
            total: dialog.facts.total
            track: Qt.alpha(Theme.onAccent, 0.22)
            arc: Theme.onAccent
            ink: Theme.onAccent
        }
    }

    PrimaryButton {
        objectName: "dialog.continue"
        width: parent.width
        height: implicitHeight
        icon: "check"
        badge: dialog.roomy ? null : small
        text: Words.t["time.continue"]
        onActivated: Kiosk.send("continue")
    }
    EdgeButton {
        objectName: "dialog.end"
        width: parent.width
        height: implicitHeight
        text: Words.t["time.end"]
        onActivated: Kiosk.send("endNow")
    }
}
