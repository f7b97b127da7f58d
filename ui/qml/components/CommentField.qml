import QtQuick
import Anjungan

// Shows a longer text as it is typed, and how much room is left, in words (`rest`). Of a text too
// long for the field the last lines are seen. Typing is done elsewhere, so this is no target.
Rectangle {
    id: field

    property string text
    property string placeholder
    property string rest

    radius: 36 * Theme.u
    color: Theme.surface
    border.width: 5 * Theme.u
    border.color: Theme.edgeStrong
    Accessible.role: Accessible.EditableText
    Accessible.name: placeholder
    Accessible.description: text

    Item {
        id: place

        x: 36 * Theme.u
        y: 26 * Theme.u
        width: parent.width - 2 * x
        height: Math.max(1, Math.floor((count.y - y) / words.lineHeight)) * words.lineHeight
        clip: true

        Txt {
            id: words

            property real endX: 0
            property real endY: 0

            y: Math.min(0, place.height - lineCount * lineHeight)
            width: parent.width - 12 * Theme.u
            height: contentHeight
            size: 40
            line: 1.25
            text: field.text
            wrapMode: Text.Wrap
            verticalAlignment: Text.AlignTop
            Accessible.ignored: true
            onLineLaidOut: line => {
                if (!line.isLast)
                    return;
                endX = line.implicitWidth;
                endY = line.y;
            }
        }
        Txt {
            x: 16 * Theme.u
            width: parent.width - x
            size: 40
            line: 1.25
            color: Theme.ink2
            text: field.placeholder
            wrapMode: Text.WordWrap
            visible: field.text === ""
            Accessible.ignored: true
        }
        Rectangle {
            id: cursor

            x: field.text === "" ? 0 : words.endX + 5 * Theme.u
            y: words.y + (field.text === "" ? 0 : words.endY)
            width: Math.max(1, 4 * Theme.u)
            height: words.px * 1.2
            color: Theme.edgeStrong
        }
        Timer {
            interval: 530
            repeat: true
            running: field.visible && !Theme.reduceMotion
            onTriggered: cursor.opacity = 1 - cursor.opacity
            onRunningChanged: cursor.opacity = 1
        }
    }
    Txt {
        id: count

        anchors.right: parent.right
        anchors.rightMargin: 36 * Theme.u
        y: parent.height - height - 18 * Theme.u
        size: 32
        color: Theme.ink2
        text: field.rest
    }
}
