pragma ComponentBehavior: Bound

// The demo's dock: hold codes, move paper, open the cover, cut the network, see the ticket.
import QtQuick
import QtQuick.Layouts

Window {
    id: root

    required property var dock
    readonly property var facts: dock.facts
    readonly property var words: dock.words
    readonly property var colours: dock.colours

    width: 360
    height: 900
    x: Screen.width - width - 24
    y: 24
    visible: true
    color: colours.ground
    flags: Qt.Window | Qt.WindowStaysOnTopHint
    title: words["dock.title"]

    component Caption: Text {
        color: root.colours.ink2
        font.family: "Atkinson Hyperlegible Next"
        font.pixelSize: 15
        Layout.topMargin: 8
    }

    component Key: Rectangle {
        id: key

        required property string order
        required property string label
        property bool on: false

        Layout.fillWidth: true
        implicitHeight: 44
        radius: 12
        color: on ? root.colours.primary : (area.pressed ? root.colours.tonal : root.colours.surface)
        border.width: 1.5
        border.color: root.colours.edge
        objectName: "dock." + order
        Accessible.role: Accessible.Button
        Accessible.name: label
        Accessible.onPressAction: root.dock.order(order)

        Text {
            anchors.centerIn: parent
            text: key.label
            color: key.on ? root.colours.onPrimary : root.colours.onTonal
            font.family: "Plus Jakarta Sans"
            font.pixelSize: 16
            font.weight: Font.DemiBold
            font.wordSpacing: 2
        }

        MouseArea {
            id: area

            anchors.fill: parent
            onClicked: root.dock.order(key.order)
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 16
        spacing: 8

        Caption {
            text: root.words["dock.camera"]
            Layout.topMargin: 0
        }

        GridLayout {
            columns: 2
            columnSpacing: 8
            rowSpacing: 8

            Key {
                order: "ikd"
                label: root.words["dock.ikd"]
                on: root.facts.holding === "ikd"
            }

            Key {
                order: "ikd-old"
                label: root.words["dock.ikd.old"]
                on: root.facts.holding === "ikd-old"
            }

            Key {
                order: "ticket"
                label: root.words["dock.ticket"]
                on: root.facts.holding === "ticket"
            }

            Key {
                order: "booking"
                label: root.words["dock.booking"]
                on: root.facts.holding === "booking"
            }

            Key {
                order: "foreign"
                label: root.words["dock.foreign"]
                on: root.facts.holding === "foreign"
            }

            Key {
                order: "hide"
                label: root.words["dock.hide"]
            }
        }

        Caption {
            text: root.words["dock.printer"]
        }

        GridLayout {
            columns: 2
            columnSpacing: 8
            rowSpacing: 8

            Key {
                order: "paper"
                label: root.facts.paper === "out" ? root.words["dock.paper.in"] : root.words["dock.paper.out"]
                on: root.facts.paper === "out"
            }

            Key {
                order: "cover"
                label: root.facts.cover === "open" ? root.words["dock.cover.close"] : root.words["dock.cover.open"]
                on: root.facts.cover === "open"
            }
        }

        Caption {
            text: root.words["dock.network"]
        }

        Key {
            order: "network"
            label: root.facts.network === "up" ? root.words["dock.network.cut"] : root.words["dock.network.mend"]
            on: root.facts.network !== "up"
        }

        Caption {
            text: root.facts.message !== "" ? root.facts.message : root.words["dock.paper.tray"]
        }

        Rectangle {
            Layout.fillWidth: true
            Layout.fillHeight: true
            radius: 12
            color: root.colours.muted

            Image {
                anchors.fill: parent
                anchors.margins: 10
                source: root.facts.ticket
                fillMode: Image.PreserveAspectFit
                asynchronous: true
                cache: false
            }
        }

        Key {
            order: "take"
            label: root.words["dock.take"]
        }
    }
}
