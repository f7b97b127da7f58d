pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S12: the booking that was found, and one touch to say that one is here.
KioskScreen {
    id: booking

    readonly property var note: facts.note ?? null
    // The square layout with the largest text has room for the words alone.
    readonly property bool tight: !Theme.tall && Theme.textScale >= 1.5

    name: "S12"
    personal: true
    title: facts.title
    centred: true
    titleSize: 72
    titleTop: 188
    titleRest: 372
    clouds: "sky-done"
    cloudsTop: 64
    skyBottom: 1030
    informed: false

    Rectangle {
        id: card

        readonly property real pad: (Theme.tall ? 56 : 44) * Theme.u

        x: (parent.width - width) / 2
        y: Theme.tall ? booking.ground - 628 * Theme.u : booking.contentTop
        width: (Theme.tall ? 888 : 1000) * Theme.u
        height: Math.max(told.height + (booking.tight ? 40 : Theme.tall ? 108 : 64) * Theme.u, Theme.tall ? 560 * Theme.u : 0)
        radius: 48 * Theme.u
        color: Theme.surface
        border.width: Theme.highContrast ? 3 * Theme.u : 0
        border.color: Theme.hairline

        Shadow {
            kind: "ticket"
        }
        Column {
            id: told

            x: card.pad
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 2 * x
            spacing: (booking.tight ? 14 : Theme.tall ? 48 : 22) * Theme.u

            Item {
                width: parent.width
                height: Math.max(booking.tight ? 0 : sign.height, what.height)

                IconBox {
                    id: sign

                    anchors.verticalCenter: parent.verticalCenter
                    side: 112
                    iconSize: 70
                    icon: "calendar-check"
                    visible: !booking.tight
                }
                Column {
                    id: what

                    anchors.verticalCenter: parent.verticalCenter
                    x: booking.tight ? 0 : sign.width + 32 * Theme.u
                    width: parent.width - x
                    spacing: (booking.tight ? 2 : 8) * Theme.u

                    Txt {
                        width: parent.width
                        display: true
                        size: booking.tight ? 42 : 48
                        weight: Font.ExtraBold
                        line: 1.14
                        text: unbroken(booking.facts.service)
                        wrapMode: Text.WordWrap
                    }
                    Txt {
                        width: parent.width
                        size: 38
                        line: 1.2
                        color: Theme.ink2
                        // A number stays with its word.
                        text: booking.facts.agency + (Theme.tall ? "\n" : " · ") + booking.facts.place.replace(/ (\d)/g, "\u00a0$1")
                        wrapMode: Text.WordWrap
                    }
                }
            }
            Rectangle {
                width: parent.width
                height: 3 * Theme.u
                color: Theme.hairline
            }
            Column {
                width: parent.width
                spacing: (booking.tight ? 4 : Theme.tall ? 20 : 14) * Theme.u

                Repeater {
                    model: booking.facts.facts

                    Item {
                        id: fact

                        required property var modelData
                        // Label and value stand in one line where both have room.
                        readonly property bool level: label.implicitWidth + value.implicitWidth + 40 * Theme.u <= width

                        width: parent.width
                        height: level ? value.height : value.y + value.height
                        Accessible.role: Accessible.StaticText
                        Accessible.name: modelData.label + ": " + modelData.value

                        Txt {
                            id: label

                            y: fact.level ? (parent.height - height) / 2 : 0
                            size: 36
                            line: 1.15
                            color: Theme.ink2
                            text: fact.modelData.label
                            Accessible.ignored: true
                        }
                        Txt {
                            id: value

                            x: fact.level ? parent.width - implicitWidth : 0
                            y: fact.level ? 0 : label.height + 4 * Theme.u
                            width: parent.width - x
                            display: true
                            tabular: true
                            size: booking.tight ? 38 : 43
                            line: 1.15
                            text: fact.modelData.value
                            wrapMode: Text.WordWrap
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }

    StatusBanner {
        x: booking.margin
        y: Math.max(card.y + card.height + (booking.tight ? 16 : Theme.tall ? 60 : 24) * Theme.u, Theme.tall ? booking.ground + 24 * Theme.u : 0)
        width: parent.width - 2 * x
        height: implicitHeight
        kind: booking.note ? booking.note.kind : "info"
        icon: booking.note ? booking.note.icon : ""
        text: booking.note ? booking.note.text : ""
        visible: booking.note !== null
    }

    Dock {
        BackButton {}
        PrimaryButton {
            objectName: "booking.confirm"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: booking.facts.action.icon
            text: booking.facts.action.label
            onActivated: Kiosk.send(booking.facts.action.send)
        }
    }
}
