pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// What the camera sees, as in a mirror, with the place to hold a code to and what the reader says.
// `mode` is looking, hint, reading, ok or error. With a hand scanner alone (`drawn`) a drawing stands
// there instead: a phone that is lowered to the scanner.
Item {
    id: finder

    property string mode: "looking"
    property string text
    property bool drawn: false
    property real reticle: Math.min(420 * Theme.u, height - 120 * Theme.u, width - 120 * Theme.u)
    readonly property real frame: 10 * Theme.u
    readonly property bool found: mode === "ok"
    readonly property real spotX: (width - reticle) / 2
    readonly property real spotY: Math.max(frame + 16 * Theme.u, (height - reticle) / 2 - 26 * Theme.u)

    implicitWidth: 780 * Theme.u
    implicitHeight: 600 * Theme.u
    Accessible.role: Accessible.Graphic
    Accessible.name: text

    // The shadow is drawn around the picture only: drawn below it too, each frame would redraw it.
    Repeater {
        model: Theme.shadows ? 4 : 0

        Item {
            id: edge

            required property int index
            readonly property bool side: index < 2
            readonly property real reach: 100 * Theme.u
            readonly property real depth: 20 * Theme.u

            x: index === 0 || !side ? -reach : finder.width - depth
            y: index === 3 ? finder.height - depth : side ? depth : -reach
            width: side ? reach + depth : finder.width + 2 * reach
            height: side ? finder.height - 2 * depth : reach + depth
            clip: true

            Item {
                x: -edge.x
                y: -edge.y
                width: finder.width
                height: finder.height

                Shadow {
                    kind: "ticket"
                }
            }
        }
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: finder.frame / 2
        radius: 55 * Theme.u
        gradient: Gradient {
            GradientStop {
                position: 0
                color: Theme.cameraTop
            }
            GradientStop {
                position: 1
                color: Theme.cameraBottom
            }
        }
    }
    CameraPreview {
        anchors.fill: parent
        anchors.margins: finder.frame / 2
        radius: 55 * Theme.u
    }

    Item {
        x: finder.spotX
        y: finder.spotY
        width: finder.reticle
        height: width
        visible: finder.drawn && !finder.found

        Icon {
            id: phone

            property real lowered: 0

            x: (parent.width - width) / 2
            y: finder.reticle * 0.01 + lowered
            name: "device-mobile"
            size: finder.reticle * 0.34 / Theme.u
            color: Theme.stepDone

            SequentialAnimation {
                running: finder.drawn && finder.visible && !Theme.reduceMotion
                loops: Animation.Infinite

                PauseAnimation {
                    duration: 3000
                }
                NumberAnimation {
                    target: phone
                    property: "lowered"
                    to: finder.reticle * 0.05
                    duration: 500
                    easing.type: Easing.OutCubic
                }
                NumberAnimation {
                    target: phone
                    property: "lowered"
                    to: 0
                    duration: 500
                    easing.type: Easing.InCubic
                }
            }
        }
        Icon {
            x: (parent.width - width) / 2
            y: finder.reticle * 0.41
            name: "scan"
            size: finder.reticle * 0.17 / Theme.u
            color: Theme.stepDone
        }
    }

    // Everything beside the place for the code is dimmed, in four parts.
    Repeater {
        model: 4

        Item {
            id: part

            required property int index
            readonly property bool side: index < 2
            readonly property real rim: finder.frame / 2

            x: side ? (index === 0 ? rim : finder.spotX + finder.reticle) : finder.spotX
            y: side || index === 2 ? rim : finder.spotY + finder.reticle
            width: side ? finder.spotX - rim : finder.reticle
            height: side ? finder.height - 2 * rim : index === 2 ? finder.spotY - rim : finder.height - rim - y
            clip: true

            Rectangle {
                x: part.rim - part.x
                y: part.rim - part.y
                width: finder.width - 2 * part.rim
                height: finder.height - 2 * part.rim
                radius: 55 * Theme.u
                color: Qt.alpha(Theme.cameraBottom, 0.42)
                visible: !finder.drawn
            }
        }
    }

    Rectangle {
        x: finder.spotX
        y: finder.spotY
        width: finder.reticle
        height: width
        color: Qt.alpha(Theme.okBg, 0.86)
        visible: finder.found
    }
    Icon {
        x: (parent.width - width) / 2
        y: finder.spotY + (finder.reticle - height) / 2 - 10 * Theme.u
        name: "circle-check"
        size: 220
        color: Theme.ok
        visible: finder.found
    }

    // The four corners of the place for the code.
    Repeater {
        model: 4

        Item {
            id: corner

            required property int index
            readonly property bool east: index % 2 === 1
            readonly property bool south: index > 1
            readonly property real side: 96 * Theme.u
            readonly property real out: 7 * Theme.u

            x: east ? finder.spotX + finder.reticle + out - side : finder.spotX - out
            y: south ? finder.spotY + finder.reticle + out - side : finder.spotY - out
            width: side
            height: side
            clip: true

            Rectangle {
                x: corner.east ? -corner.side : 0
                y: corner.south ? -corner.side : 0
                width: 2 * corner.side
                height: width
                radius: 52 * Theme.u
                color: "transparent"
                border.width: 14 * Theme.u
                border.color: Theme.stepDone
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        radius: 60 * Theme.u
        color: "transparent"
        border.width: finder.frame
        border.color: Theme.highContrast ? Theme.ink : Theme.surface
    }

    Rectangle {
        id: pill

        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height - height - 39 * Theme.u
        width: Math.min(line.width + 60 * Theme.u, parent.width - 40 * Theme.u)
        height: Math.max(84 * Theme.u, words.implicitHeight + 32 * Theme.u)
        radius: Math.min(height / 2, 42 * Theme.u)
        color: finder.found ? Theme.okBg : Theme.surface
        border.width: Theme.highContrast ? 3 * Theme.u : 0
        border.color: Theme.ink
        visible: finder.text !== ""

        Row {
            id: line

            anchors.centerIn: parent
            spacing: 20 * Theme.u

            Loader {
                anchors.verticalCenter: parent.verticalCenter
                active: finder.mode === "looking" || finder.mode === "reading"
                visible: active
                sourceComponent: TimerRing {
                    size: 48
                    thickness: 8
                    track: Qt.alpha(Theme.edge, Theme.highContrast ? 0 : 0.35)
                    arc: Theme.edgeStrong
                }
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: finder.found ? "check" : finder.mode === "error" ? "alert-circle" : "info-circle"
                size: 48
                color: finder.found ? Theme.ok : finder.mode === "error" ? Theme.warmIcon : Theme.edgeStrong
                visible: finder.mode === "hint" || finder.mode === "ok" || finder.mode === "error"
            }
            Txt {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, finder.width - 148 * Theme.u)
                size: 36
                weight: Font.Bold
                line: 1.15
                color: finder.found ? Theme.ok : Theme.ink
                text: finder.text
                wrapMode: Text.WordWrap
            }
        }
    }
}
