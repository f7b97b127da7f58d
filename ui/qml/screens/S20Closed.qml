import QtQuick
import Anjungan

// S20: out of service. The sky fills the screen; there is nothing to touch.
KioskScreen {
    id: closed

    name: "S20"
    docked: false
    equipped: false
    informed: false
    clouds: "sky-tall"
    cloudsTop: 940
    skyBottom: 1920

    Column {
        x: 72 * Theme.u
        y: Theme.tall ? 430 * Theme.u : (parent.height - height) / 2
        width: parent.width - 2 * x
        spacing: 48 * Theme.u

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: 180 * Theme.u
            height: width
            radius: 56 * Theme.u
            color: Theme.tall ? Theme.skyChip : Theme.tonal
            border.width: Theme.highContrast ? 3 * Theme.u : 0
            border.color: Theme.tall ? Theme.onSky : Theme.edge

            Icon {
                anchors.centerIn: parent
                name: "tool"
                size: 108
                color: Theme.tall ? Theme.onSky : Theme.onTonal
            }
        }
        Txt {
            width: parent.width
            display: true
            size: 62
            weight: Font.ExtraBold
            line: 1.2
            color: Theme.tall ? Theme.onSky : Theme.ink
            text: closed.facts.title
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
}
