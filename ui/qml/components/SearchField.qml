import QtQuick
import Anjungan

// Shows what is being typed. Its text brings the keyboard back, its cross clears it; of a long text
// the end is seen.
Item {
    id: field

    property string text
    property string placeholder
    property bool typing: true
    readonly property real radius: 36 * Theme.u

    signal opened
    signal cleared

    implicitHeight: Math.max(128 * Theme.u, Theme.minTarget)

    Rectangle {
        anchors.fill: parent
        radius: field.radius
        color: Theme.surface
        border.width: (field.typing ? 5 : Theme.edgeWidth) * Theme.u
        border.color: field.typing ? Theme.edgeStrong : Theme.edge
    }
    Touchable {
        id: line

        objectName: "search.field"
        anchors.left: parent.left
        anchors.right: clear.visible ? clear.left : parent.right
        anchors.rightMargin: clear.visible ? Math.max(12 * Theme.u, 3 * Theme.pxPerMm) : 0
        height: parent.height
        radius: field.radius
        label: field.placeholder
        hint: field.text
        role: Accessible.EditableText
        shrinks: false
        onActivated: field.opened()

        Icon {
            id: glass

            x: 36 * Theme.u
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
            size: 58
            bold: true
            color: Theme.ink
        }
        Item {
            id: place

            anchors {
                left: glass.right
                leftMargin: 25 * Theme.u
                right: parent.right
                rightMargin: clear.visible ? 0 : 24 * Theme.u
            }
            height: parent.height
            clip: true

            Txt {
                id: typed

                anchors.verticalCenter: parent.verticalCenter
                x: Math.min(0, place.width - width - 20 * Theme.u)
                display: true
                size: 46
                weight: Font.DemiBold
                text: field.text
                Accessible.ignored: true
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                x: 16 * Theme.u
                width: parent.width - x
                size: 40
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Math.ceil(Theme.bodyFloor)
                color: Theme.ink2
                text: field.placeholder
                visible: field.text === ""
                Accessible.ignored: true
            }
            Rectangle {
                id: cursor

                x: typed.x + typed.width + (field.text === "" ? 0 : 10 * Theme.u)
                anchors.verticalCenter: parent.verticalCenter
                width: Math.max(1, 4 * Theme.u)
                height: 60 * Theme.u
                color: Theme.edgeStrong
                visible: field.typing
            }
            Timer {
                interval: 530
                repeat: true
                running: field.typing && field.visible && !Theme.reduceMotion
                onTriggered: cursor.opacity = 1 - cursor.opacity
                onRunningChanged: cursor.opacity = 1
            }
        }
    }
    Touchable {
        id: clear

        objectName: "search.clear"
        anchors.right: parent.right
        anchors.rightMargin: 14 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(100 * Theme.u, Theme.minTarget)
        height: width
        radius: width / 2
        label: Words.t["search.clear"]
        visible: field.text !== ""
        onActivated: field.cleared()

        Rectangle {
            anchors.centerIn: parent
            width: 92 * Theme.u
            height: width
            radius: width / 2
            color: clear.pressed ? Theme.pressed : Theme.muted
            border.width: Theme.highContrast ? 3 * Theme.u : 0
            border.color: Theme.edge

            Icon {
                anchors.centerIn: parent
                name: "x"
                size: 54
                bold: true
                color: Theme.onTonal
            }
        }
    }
}
