import QtQuick
import Anjungan

// A component in one state, named below it. `ringed` shows where the keys are.
Column {
    id: specimen

    property string mode
    property bool ringed: false
    property real ringRadius: 36
    // Drawn on the sky, for what stands there.
    property bool onSky: false
    property real pad: onSky ? 24 * Theme.u : 0
    default property alias content: place.data

    spacing: 8 * Theme.u

    Rectangle {
        width: place.width + 2 * specimen.pad
        height: place.height + 2 * specimen.pad
        radius: 24 * Theme.u
        color: specimen.onSky ? Theme.sky1 : "transparent"

        Item {
            id: place

            x: specimen.pad
            y: specimen.pad
            width: childrenRect.width
            height: childrenRect.height
        }
        FocusRing {
            radius: specimen.ringRadius * Theme.u
            visible: specimen.ringed
        }
    }
    Txt {
        size: 28
        grow: 1
        least: 0
        color: Theme.ink2
        text: specimen.mode
        visible: text !== ""
    }
}
