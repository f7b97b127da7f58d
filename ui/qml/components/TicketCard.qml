pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Anjungan

// The number on its ticket: `ticket` is {service, agency, label, priority, facts}. While the number
// is made, `waiting` says so and a ring turns in its place. What stands `beside` keeps the right part
// of the upper half, where the square layout shows the code.
Item {
    id: card

    property var ticket: ({
            "service": "",
            "agency": "",
            "label": "",
            "priority": "",
            "facts": []
        })
    property string waiting
    property bool tight: !Theme.tall || Theme.textScale > 1
    property real numberSize: 256
    property Component beside: null
    readonly property bool pending: waiting !== ""
    readonly property bool preferred: !pending && (ticket.priority ?? "") !== ""
    readonly property real pad: (tight ? 44 : 56) * Theme.u
    readonly property real cut: Math.max(upper.y + upper.implicitHeight + (tight ? 20 : 40) * Theme.u, other.active ? other.y + other.height + 18 * Theme.u : 0)

    implicitWidth: 888 * Theme.u
    implicitHeight: pending || lower.facts.length === 0 ? Math.max(cut + 40 * Theme.u, (tight ? 400 : 640) * Theme.u) : lower.y + lower.height + (tight ? 22 : 40) * Theme.u

    Shadow {
        kind: "ticket"
    }
    Shape {
        id: outline

        readonly property real corner: 48 * Theme.u
        readonly property real bite: 28 * Theme.u

        anchors.fill: parent

        ShapePath {
            fillColor: Theme.surface
            strokeWidth: Theme.highContrast ? 3 * Theme.u : 0
            strokeColor: Theme.highContrast ? Theme.hairline : Theme.surface
            startX: outline.corner
            startY: 0

            PathLine {
                x: card.width - outline.corner
                y: 0
            }
            PathArc {
                x: card.width
                y: outline.corner
                radiusX: outline.corner
                radiusY: outline.corner
            }
            PathLine {
                x: card.width
                y: card.cut - outline.bite
            }
            PathArc {
                x: card.width
                y: card.cut + outline.bite
                radiusX: outline.bite
                radiusY: outline.bite
                direction: PathArc.Counterclockwise
            }
            PathLine {
                x: card.width
                y: card.height - outline.corner
            }
            PathArc {
                x: card.width - outline.corner
                y: card.height
                radiusX: outline.corner
                radiusY: outline.corner
            }
            PathLine {
                x: outline.corner
                y: card.height
            }
            PathArc {
                x: 0
                y: card.height - outline.corner
                radiusX: outline.corner
                radiusY: outline.corner
            }
            PathLine {
                x: 0
                y: card.cut + outline.bite
            }
            PathArc {
                x: 0
                y: card.cut - outline.bite
                radiusX: outline.bite
                radiusY: outline.bite
                direction: PathArc.Counterclockwise
            }
            PathLine {
                x: 0
                y: outline.corner
            }
            PathArc {
                x: outline.corner
                y: 0
                radiusX: outline.corner
                radiusY: outline.corner
            }
        }
    }
    Row {
        id: dots

        readonly property real pitch: 22 * Theme.u
        readonly property int count: Math.max(0, Math.floor((card.width - 96 * Theme.u) / pitch))

        x: (card.width - width) / 2
        y: card.cut - 2 * Theme.u
        spacing: 14 * Theme.u

        Repeater {
            model: dots.count

            Rectangle {
                width: 8 * Theme.u
                height: 4 * Theme.u
                radius: height / 2
                color: Theme.highContrast ? Theme.hairline : Qt.alpha(Theme.onMuted, 0.4)
            }
        }
    }

    Column {
        id: upper

        readonly property bool free: card.beside === null

        x: card.pad
        y: (card.tight ? 24 : 50) * Theme.u
        width: (free ? card.width - card.pad : other.x - 24 * Theme.u) - x
        spacing: (card.tight ? 6 : 7) * Theme.u

        Txt {
            width: parent.width
            display: true
            size: 44
            line: 1.14
            text: unbroken(card.ticket.service)
            wrapMode: Text.WordWrap
            horizontalAlignment: upper.free ? Text.AlignHCenter : Text.AlignLeft
        }
        Item {
            width: parent.width
            height: number.implicitHeight + (card.tight ? 0 : 18 * Theme.u)

            TicketNumber {
                id: number

                anchors.verticalCenter: parent.verticalCenter
                anchors.verticalCenterOffset: (card.tight ? 0 : 5) * Theme.u
                width: parent.width
                height: implicitHeight
                label: card.ticket.label ?? ""
                size: card.numberSize
                centred: upper.free
                visible: !card.pending
            }
            Loader {
                anchors.centerIn: parent
                active: card.pending
                sourceComponent: TimerRing {
                    size: 132
                    thickness: 14
                }
            }
        }
        Txt {
            width: parent.width
            size: 38
            line: 1.2
            color: Theme.ink2
            text: card.pending ? card.waiting : card.ticket.agency
            visible: card.pending || !card.tight || !card.preferred
            wrapMode: Text.WordWrap
            horizontalAlignment: upper.free ? Text.AlignHCenter : Text.AlignLeft
        }
        Rectangle {
            x: upper.free ? (parent.width - width) / 2 : 0
            width: prior.width + 48 * Theme.u
            height: prior.height + 20 * Theme.u
            radius: 24 * Theme.u
            color: Theme.warmTonal
            border.width: Theme.highContrast ? 2 * Theme.u : 0
            border.color: Theme.hairline
            visible: card.preferred

            Row {
                id: prior

                anchors.centerIn: parent
                spacing: 14 * Theme.u

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "old"
                    size: 44
                    color: Theme.warmIcon
                }
                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    size: 34
                    weight: Font.DemiBold
                    color: Theme.onWarmTonal
                    text: card.ticket.priority ?? ""
                }
            }
        }
    }
    Loader {
        id: other

        anchors.right: parent.right
        anchors.rightMargin: card.pad
        y: 16 * Theme.u
        active: card.beside !== null
        sourceComponent: card.beside
    }

    FontMetrics {
        id: small

        font.family: Theme.body
        font.pixelSize: 100
    }
    FontMetrics {
        id: bold

        font.family: Theme.display
        font.weight: Font.Bold
        font.pixelSize: 100
    }

    Item {
        id: lower

        // One line of columns; else labels in two lines; else rows.
        readonly property var facts: card.pending ? [] : card.ticket.facts
        readonly property real gap: 32 * Theme.u
        readonly property var loose: facts.map(fact => Math.max(labelWidth(fact.label), valueWidth(fact.value)))
        readonly property var close: facts.map(fact => {
            const longest = Math.max(...fact.label.split(" ").map(word => labelWidth(word)));
            return Math.max(longest, 0.6 * labelWidth(fact.label), valueWidth(fact.value));
        })
        readonly property bool wrapped: total(loose) > width
        readonly property bool stacked: total(close) > width
        readonly property var widths: wrapped ? close : loose
        readonly property real spare: facts.length > 1 ? Math.max(0, width - total(widths)) / (facts.length - 1) : 0

        function labelWidth(text) {
            return small.advanceWidth(text) / small.font.pixelSize * Math.max(31 * Theme.u * Theme.textScale, Theme.bodyFloor) + 4 * Theme.u;
        }

        function valueWidth(text) {
            return bold.advanceWidth(text) / bold.font.pixelSize * Math.max(40 * Theme.u * Theme.displayScale, Theme.displayFloor) * 1.05 + 4 * Theme.u;
        }

        function total(widths) {
            return widths.reduce((sum, width) => sum + width, (widths.length - 1) * gap);
        }

        x: card.pad
        y: card.cut + (card.tight ? 24 : 46) * Theme.u
        width: card.width - 2 * x
        height: stacked ? rows.implicitHeight : columns.implicitHeight
        visible: !card.pending

        Row {
            id: columns

            spacing: lower.gap + lower.spare
            visible: !lower.stacked

            Repeater {
                model: lower.stacked ? [] : lower.facts

                Column {
                    id: fact

                    required property var modelData
                    required property int index

                    anchors.bottom: parent.bottom
                    width: lower.widths[index]
                    spacing: 8 * Theme.u
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.label + ": " + modelData.value

                    Txt {
                        width: parent.width
                        size: 31
                        line: 1.15
                        color: Theme.ink2
                        text: unbroken(fact.modelData.label)
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }
                    Txt {
                        display: true
                        tabular: true
                        size: 40
                        line: 1.1
                        text: fact.modelData.value
                        Accessible.ignored: true
                    }
                }
            }
        }
        Column {
            id: rows

            width: parent.width
            visible: lower.stacked

            Repeater {
                model: lower.stacked ? lower.facts : []

                Item {
                    id: pair

                    required property var modelData

                    width: rows.width
                    height: Math.max(72 * Theme.u, caption.implicitHeight, amount.implicitHeight)
                    Accessible.role: Accessible.StaticText
                    Accessible.name: modelData.label + ": " + modelData.value

                    Txt {
                        id: caption

                        anchors.left: parent.left
                        anchors.right: amount.left
                        anchors.rightMargin: 16 * Theme.u
                        anchors.verticalCenter: parent.verticalCenter
                        size: 31
                        line: 1.15
                        color: Theme.ink2
                        text: unbroken(pair.modelData.label)
                        wrapMode: Text.WordWrap
                        Accessible.ignored: true
                    }
                    Txt {
                        id: amount

                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        display: true
                        tabular: true
                        size: 40
                        line: 1.1
                        text: pair.modelData.value
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
