pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A drawing without words of one step of using the kiosk: touch, choose, take the paper, wait.
Rectangle {
    id: picture

    property int step: 1
    // Its pieces lie on each other on purpose.
    readonly property bool drawing: true
    // Room at the left, for the number of the step.
    property real inset: 0
    // The drawing is made on a ground of 160 by 120.
    readonly property real k: Math.min((width - inset) / 160, height / 120)
    readonly property var scenes: [touch, choose, take, wait]

    implicitWidth: 320 * Theme.u
    implicitHeight: 240 * Theme.u
    radius: 32 * Theme.u
    color: Theme.tonal
    border.width: Theme.highContrast ? 3 * Theme.u : 0
    border.color: Theme.hairline
    Accessible.ignored: true

    component Bar: Rectangle {
        radius: height / 2
        color: Theme.edge
    }
    component Sheet: Rectangle {
        radius: 8 * picture.k
        color: Theme.surface
        border.width: 2.4 * picture.k
        border.color: Theme.edgeStrong
    }

    Loader {
        anchors.centerIn: parent
        anchors.horizontalCenterOffset: picture.inset / 2
        width: 160 * picture.k
        height: 120 * picture.k
        sourceComponent: picture.scenes[picture.step - 1]
    }

    Component {
        id: touch

        Item {
            Sheet {
                x: 44 * picture.k
                y: 8 * picture.k
                width: 72 * picture.k
                height: 100 * picture.k

                Rectangle {
                    x: 6 * picture.k
                    y: 6 * picture.k
                    width: 60 * picture.k
                    height: 34 * picture.k
                    radius: 4 * picture.k
                    color: Theme.highContrast ? Theme.surface : Theme.sky2
                    border.width: Theme.highContrast ? 2 * picture.k : 0
                    border.color: Theme.edge

                    Bar {
                        x: 8 * picture.k
                        y: 10 * picture.k
                        width: 32 * picture.k
                        height: 5 * picture.k
                        color: Theme.onSky
                    }
                    Bar {
                        x: 8 * picture.k
                        y: 20 * picture.k
                        width: 20 * picture.k
                        height: 5 * picture.k
                        color: Theme.onSky
                    }
                }
                Rectangle {
                    x: 6 * picture.k
                    y: 47 * picture.k
                    width: 60 * picture.k
                    height: 24 * picture.k
                    radius: 7 * picture.k
                    color: Theme.primary

                    Bar {
                        x: 8 * picture.k
                        y: 9.5 * picture.k
                        width: 20 * picture.k
                        height: 5 * picture.k
                        color: Theme.onPrimary
                    }
                    Rectangle {
                        x: 40 * picture.k
                        y: 4 * picture.k
                        width: 16 * picture.k
                        height: width
                        radius: width / 2
                        color: Theme.accent
                    }
                }
                Bar {
                    x: 6 * picture.k
                    y: 80 * picture.k
                    width: 60 * picture.k
                    height: 8 * picture.k
                    color: Theme.tonal
                    border.width: 1.6 * picture.k
                    border.color: Theme.edge
                }
            }
            Icon {
                x: 83 * picture.k
                y: 62 * picture.k
                name: "hand-finger-fill"
                size: 58 * picture.k / Theme.u
                color: Theme.surface
            }
            Icon {
                x: 83 * picture.k
                y: 62 * picture.k
                name: "hand-finger"
                size: 58 * picture.k / Theme.u
                color: Theme.ink
            }
        }
    }
    Component {
        id: choose

        Item {
            Repeater {
                model: ["id", "car", "heartbeat"]

                Sheet {
                    id: row

                    required property string modelData
                    required property int index
                    readonly property bool on: index === 1

                    x: 14 * picture.k
                    y: (10 + index * 35) * picture.k
                    width: 132 * picture.k
                    height: 30 * picture.k
                    color: on ? Theme.chosen : Theme.surface
                    border.color: on ? Theme.chosen : Theme.edge

                    Icon {
                        x: 9 * picture.k
                        anchors.verticalCenter: parent.verticalCenter
                        name: row.modelData
                        size: 20 * picture.k / Theme.u
                        color: row.on ? Theme.onChosen : Theme.icon
                    }
                    Bar {
                        x: 38 * picture.k
                        anchors.verticalCenter: parent.verticalCenter
                        width: [50, 40, 56][row.index] * picture.k
                        height: 6 * picture.k
                        color: row.on ? Theme.onChosen : Theme.edge
                    }
                    Icon {
                        x: 104 * picture.k
                        anchors.verticalCenter: parent.verticalCenter
                        name: row.on ? "check" : "chevron-right"
                        size: 20 * picture.k / Theme.u
                        bold: true
                        color: row.on ? Theme.onChosen : Theme.icon
                    }
                }
            }
        }
    }
    Component {
        id: take

        Item {
            Rectangle {
                x: 30 * picture.k
                y: 14 * picture.k
                width: 100 * picture.k
                height: 20 * picture.k
                radius: 7 * picture.k
                color: Theme.primary
            }
            Sheet {
                x: 48 * picture.k
                y: 24 * picture.k
                width: 64 * picture.k
                height: 84 * picture.k
                radius: 3 * picture.k

                Bar {
                    x: 16 * picture.k
                    y: 15 * picture.k
                    width: 32 * picture.k
                    height: 5 * picture.k
                }
                Bar {
                    x: 10 * picture.k
                    y: 26 * picture.k
                    width: 44 * picture.k
                    height: 12 * picture.k
                    color: Theme.ink
                }
                Icon {
                    x: 19 * picture.k
                    y: 46 * picture.k
                    name: "qrcode"
                    size: 26 * picture.k / Theme.u
                    color: Theme.ink
                }
            }
            Rectangle {
                x: 44 * picture.k
                y: 22 * picture.k
                width: 72 * picture.k
                height: 5 * picture.k
                radius: height / 2
                color: Theme.accent
            }
            Icon {
                x: 120 * picture.k
                y: 56 * picture.k
                name: "arrow-down"
                size: 32 * picture.k / Theme.u
                bold: true
                color: Theme.icon
            }
        }
    }
    Component {
        id: wait

        Item {
            Icon {
                x: 10 * picture.k
                y: 42 * picture.k
                name: "armchair"
                size: 70 * picture.k / Theme.u
                color: Theme.icon
            }
            Sheet {
                x: 72 * picture.k
                y: 14 * picture.k
                width: 76 * picture.k
                height: 48 * picture.k
                color: Theme.primary
                border.color: Theme.primary

                Bar {
                    x: 10 * picture.k
                    y: 11 * picture.k
                    width: 36 * picture.k
                    height: 13 * picture.k
                    color: Theme.onPrimary
                }
                Bar {
                    x: 10 * picture.k
                    y: 31 * picture.k
                    width: 24 * picture.k
                    height: 6 * picture.k
                    color: Theme.onPrimary
                }
                Rectangle {
                    x: 53 * picture.k
                    y: 10 * picture.k
                    width: 15 * picture.k
                    height: width
                    radius: width / 2
                    color: Theme.accent
                }
            }
            Icon {
                x: 94 * picture.k
                y: 70 * picture.k
                name: "volume"
                size: 38 * picture.k / Theme.u
                color: Theme.icon
            }
        }
    }
}
