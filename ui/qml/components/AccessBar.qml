pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The six settings and help, at the lower edge of every citizen screen and above every dialog.
Rectangle {
    id: bar

    readonly property real cell: width / cells.count
    // What is set now, for those who listen.
    readonly property var values: ({
            "language": Words.t["lang.name"],
            "text": Words.t["text." + (1 + 4 * (Theme.textScale - 1))],
            "contrast": Words.t["contrast." + Theme.name.toLowerCase()]
        })

    implicitHeight: 140 * Theme.u
    color: Theme.bar

    readonly property bool solid: true

    Rectangle {
        width: parent.width
        height: (Theme.highContrast ? 4 : 2) * Theme.u
        color: Theme.barLine
    }

    Row {
        x: Math.max(0, (parent.width - 1056 * Theme.u) / 2)

        Repeater {
            id: cells

            model: [
                {
                    "name": "language",
                    "icon": "language",
                    "order": "languageSheet",
                    "on": false
                },
                {
                    "name": "text",
                    "icon": "text-size",
                    "order": "textSize",
                    "on": Theme.textScale > 1
                },
                {
                    "name": "contrast",
                    "icon": "contrast",
                    "order": "contrast",
                    "on": Theme.highContrast
                },
                {
                    "name": "audio",
                    "icon": "volume",
                    "order": "audio",
                    "on": Kiosk.shell.audio === true
                },
                {
                    "name": "wheelchair",
                    "icon": "disabled",
                    "order": "lowReach",
                    "on": Theme.lowReach
                },
                {
                    "name": "help",
                    "icon": "hand-stop",
                    "order": "help",
                    "on": false
                }
            ]

            Item {
                id: place

                required property var modelData
                readonly property bool help: modelData.name === "help"
                readonly property color writing: modelData.on ? Theme.onChosen : help && !Theme.highContrast ? Theme.warmIcon : Theme.edgeInk

                width: 176 * Theme.u
                height: bar.height

                Touchable {
                    id: key

                    objectName: "bar." + place.modelData.name
                    x: 12 * Theme.u
                    width: 152 * Theme.u
                    height: parent.height
                    radius: 24 * Theme.u
                    label: Words.t["bar." + place.modelData.name]
                    hint: bar.values[place.modelData.name] ?? ""
                    checked: place.modelData.on
                    onActivated: Kiosk.send(place.modelData.order)

                    Rectangle {
                        x: -6 * Theme.u
                        y: 13 * Theme.u
                        width: 164 * Theme.u
                        height: 114 * Theme.u
                        radius: 24 * Theme.u
                        color: place.modelData.on ? Theme.chosen : Theme.pressed
                        visible: place.modelData.on || key.pressed
                    }
                    Icon {
                        anchors.horizontalCenter: parent.horizontalCenter
                        y: 27 * Theme.u
                        name: place.modelData.icon
                        size: 50
                        color: place.modelData.on ? Theme.onChosen : place.help ? Theme.warmIcon : Theme.onTonal
                    }
                    Txt {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.verticalCenter: parent.top
                        anchors.verticalCenterOffset: 101 * Theme.u
                        size: 30
                        weight: Font.Medium
                        grow: 1 + (Theme.textScale - 1) * 0.27
                        least: Theme.captionFloor
                        color: place.writing
                        text: Words.t["bar." + place.modelData.name]
                    }
                }
            }
        }
    }
}
