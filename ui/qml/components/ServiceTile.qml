import QtQuick
import Anjungan

// A service to choose: `tile` is {id, icon, name, agency, queue, dim}. `compact` is the low tile
// of the square layout; `row` the full-width row of the largest text size.
Touchable {
    id: service

    property var tile: ({
            "id": "",
            "icon": "",
            "name": "",
            "agency": "",
            "queue": {
                "kind": "n",
                "text": ""
            },
            "dim": false
        })
    property bool compact: false
    property bool row: false
    readonly property bool dim: tile.dim === true
    // In a low tile large words need the room of the icon.
    readonly property real side: !compact ? 88 : Theme.textScale === 1 ? 84 : Theme.textScale < 1.5 ? 60 : 0

    objectName: "tile." + tile.id
    label: tile.name
    hint: tile.agency + ", " + tile.queue.text
    implicitWidth: 482 * Theme.u
    implicitHeight: 200 * Theme.u
    radius: 36 * Theme.u

    Shadow {
        visible: Theme.shadows && !service.compact && !service.dim
    }
    Rectangle {
        anchors.fill: parent
        radius: service.radius
        color: service.pressed ? Theme.pressed : Theme.surface
        border.width: Theme.edgeWidth * Theme.u
        border.color: service.dim ? Theme.hairline : Theme.edge
    }

    IconBox {
        id: box

        x: (service.side < 80 ? 24 : service.compact ? 28 : 31) * Theme.u
        y: service.compact || service.row ? (parent.height - height) / 2 : (parent.height - 110 * Theme.u * Theme.textScale) * 0.33
        side: service.side
        visible: side > 0
        icon: service.tile.icon
        grow: service.row ? 1.1 : 1
        opacity: service.dim ? 0.6 : 1
    }

    Column {
        anchors.verticalCenter: service.compact || service.row ? parent.verticalCenter : box.verticalCenter
        x: box.visible ? box.x + box.width + (service.side < 80 ? 16 : service.compact ? 22 : 23) * Theme.u : box.x
        width: parent.width - x - (service.side < 80 ? 14 : 20) * Theme.u
        spacing: 2 * Theme.u

        Txt {
            width: parent.width
            display: true
            size: service.compact && Theme.textScale > 1 ? 34 : 37
            line: 1.14
            color: service.dim ? Theme.ink2 : Theme.ink
            text: unbroken(service.tile.name)
            wrapMode: Text.WordWrap
            maximumLineCount: 2
        }
        Txt {
            width: parent.width
            size: 30
            line: 1.15
            color: Theme.ink2
            text: service.row ? service.tile.agency + " · " + service.tile.queue.text : service.tile.queue.text
            visible: service.compact || service.row
        }
    }

    Txt {
        anchors.left: parent.left
        anchors.leftMargin: 31 * Theme.u
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 26 * Theme.u
        size: 31
        line: 1.1
        color: Theme.ink2
        text: service.tile.agency
        // The hour at which it opens says more; the next screen names the agency.
        visible: !service.compact && !service.row && (Theme.textScale === 1 || service.tile.queue.kind !== "opens")
    }
    QueueWord {
        id: waiting

        anchors.right: parent.right
        anchors.rightMargin: 31 * Theme.u
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 26 * Theme.u
        queue: service.tile.queue
        visible: !service.compact && !service.row
    }
}
