import QtQuick
import Anjungan

// A life event to choose: `event` is {id, icon, label}.
Touchable {
    id: life

    property var event: ({
            "id": "",
            "icon": "",
            "label": ""
        })

    objectName: "life." + event.id
    label: event.label
    implicitWidth: 318 * Theme.u
    implicitHeight: 118 * Theme.u
    radius: 34 * Theme.u

    Rectangle {
        anchors.fill: parent
        radius: life.radius
        color: life.pressed ? Qt.tint(Theme.warmTonal, Qt.alpha(Theme.edgeWarm, 0.25)) : Theme.warmTonal
        border.width: Theme.edgeWidth * Theme.u
        border.color: Theme.edgeWarm
    }
    Icon {
        id: sign

        x: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: life.event.icon
        size: 58
        color: Theme.warmIcon
    }
    Txt {
        anchors {
            left: sign.right
            leftMargin: 21 * Theme.u
            right: parent.right
            rightMargin: 12 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        size: 36
        weight: Font.DemiBold
        line: 1.1
        color: Theme.onWarmTonal
        text: life.event.label
        wrapMode: Text.WordWrap
    }
}
