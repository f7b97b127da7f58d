import QtQuick
import Anjungan

// S15: thanks, under a sky that fills the whole screen. A touch anywhere ends it.
KioskScreen {
    id: thanks

    name: "S15"
    docked: false
    informed: false
    celestial: true
    clouds: "sky-tall"
    cloudsTop: 760
    skyBottom: 1780

    // The window beside and above the panel too, down to the toolbar.
    Touchable {
        objectName: "thanks.ground"
        x: -Theme.panelX
        y: -Theme.panelY
        width: Theme.panelX + Theme.panelWidth
        height: Theme.panelY + Theme.panelHeight - 140 * Theme.u
        activeFocusOnTab: false
        shrinks: false
        Accessible.ignored: true
        onActivated: Kiosk.send("exit")
    }

    Column {
        id: words

        readonly property real sky: Theme.panelY + Theme.panelHeight - 140 * Theme.u

        x: (Theme.panelWidth - Theme.panelX - width) / 2
        y: Theme.tall ? 470 * Theme.u : Theme.skyBeside ? Math.max(120 * Theme.u, 360 * Theme.u - height / 2) : (sky - 620 * Theme.u) * 0.6 - height / 2 - Theme.panelY
        width: Math.min(Theme.panelX + Theme.panelWidth - 112 * Theme.u, 1080 * Theme.u)
        spacing: 28 * Theme.u

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            width: (Theme.skyBeside ? 150 : 190) * Theme.u
            height: width
            radius: width / 2
            color: Theme.stepDone

            Icon {
                anchors.centerIn: parent
                name: "face-4"
                size: parent.width / Theme.u
                color: Theme.sky0
            }
        }
        Item {
            width: 1
            height: 8 * Theme.u
        }
        Txt {
            width: parent.width
            display: true
            size: 112
            grow: 1 + (Theme.displayScale - 1) * 0.5
            weight: Font.ExtraBold
            line: 1.08
            color: Theme.onSky
            text: thanks.facts.title
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Txt {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 820 * Theme.u * Theme.displayScale)
            size: 44
            line: 1.28
            color: Theme.onSky2
            text: thanks.facts.sub
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
