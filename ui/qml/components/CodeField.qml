pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Shows a code of `length` signs as it is typed, in groups of four; the place of the next sign is
// marked. Typing is done elsewhere, so this is no target.
Rectangle {
    id: field

    property string text
    property string label
    property int length: 8
    property int group: 4
    property bool wrong: false
    readonly property int next: text.length
    readonly property real gap: 14 * Theme.u
    readonly property real dash: 56 * Theme.u
    readonly property int groups: Math.ceil(length / group)
    readonly property real cell: (width - 64 * Theme.u - (groups - 1) * dash - (length - groups) * gap) / length

    implicitHeight: Math.max((Theme.tall ? 150 : 128) * Theme.u, sample.implicitHeight + 48 * Theme.u)
    radius: 36 * Theme.u
    color: Theme.surface
    border.width: 5 * Theme.u
    border.color: wrong ? Theme.warmIcon : Theme.edgeStrong
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: text.split("").join(" ")

    Txt {
        id: sample

        display: true
        size: 64
        grow: 1 + (Theme.displayScale - 1) * 0.6
        line: 1.1
        text: "0"
        visible: false
    }

    Repeater {
        model: field.length

        Item {
            id: place

            required property int index
            readonly property int part: Math.floor(index / field.group)
            readonly property bool now: index === field.next

            x: 32 * Theme.u + index * (field.cell + field.gap) + part * (field.dash - field.gap)
            width: field.cell
            height: field.height

            Txt {
                anchors.horizontalCenter: parent.horizontalCenter
                y: (parent.height - height) / 2 - 4 * Theme.u
                display: true
                tabular: true
                size: sample.size
                grow: sample.grow
                line: 1.1
                color: field.wrong ? Theme.warmIcon : Theme.ink
                text: field.text.charAt(place.index)
                Accessible.ignored: true
            }
            Rectangle {
                y: parent.height - height - 22 * Theme.u
                width: parent.width
                height: (place.now ? 10 : 6) * Theme.u
                radius: height / 2
                color: field.wrong ? Theme.warmIcon : place.index <= field.next ? Theme.edgeStrong : Theme.edge
                opacity: place.index > field.next && !Theme.highContrast ? 0.5 : 1
            }
            Rectangle {
                x: parent.width + (field.dash - width) / 2
                y: (parent.height - height) / 2
                width: 24 * Theme.u
                height: 6 * Theme.u
                radius: height / 2
                color: Theme.edge
                visible: (place.index + 1) % field.group === 0 && place.index + 1 < field.length
            }
        }
    }
}
