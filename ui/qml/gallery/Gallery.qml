pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Anjungan

// The gallery for designers: every component in its states, and switches for the look. What it is
// to show stands in `Kiosk.view`: {sheet, arrangement, bare, samples}. Components are live: they can
// be touched. It is drawn at one pixel a design unit and then fitted into the window.
Window {
    id: window

    property bool fullscreen: false
    readonly property var facts: Kiosk.view
    readonly property bool bare: facts.bare === true
    readonly property list<string> sheets: ["Sky", "Buttons", "Lists", "Cards", "Survey", "Typing", "Frame"]
    readonly property var switches: [
        {
            "key": "theme",
            "now": Theme.name,
            "options": [["light", "Light"], ["night", "Night"], ["hcDark", "HC dark"], ["hcLight", "HC light"]]
        },
        {
            "key": "text",
            "now": String(Theme.textScale),
            "options": [["1", "x 1"], ["1.25", "x 1.25"], ["1.5", "x 1.5"]]
        },
        {
            "key": "arrangement",
            "now": facts.arrangement,
            "options": [["tall", "Tall"], ["square", "Square"]]
        },
        {
            "key": "language",
            "now": Words.language,
            "options": [["id", "id"], ["en", "en"], ["jv", "jv"], ["su", "su"]]
        },
        {
            "key": "sheet",
            "now": facts.sheet,
            "options": sheets.map(name => [name, name])
        }
    ]
    // How high the whole sheet is, for pictures of it.
    readonly property real wanted: ((sheet.item as Sheet)?.implicitHeight ?? 0) + 96 * Theme.u

    color: Theme.ground
    title: "Anjungan"
    visible: true

    Item {
        anchors.fill: parent

        TouchRouter {}

        Rectangle {
            id: side

            readonly property real scaleDown: 0.42

            width: window.bare ? 0 : 330
            height: parent.height
            color: Theme.bar
            visible: !window.bare

            Column {
                x: 14
                y: 14
                width: (side.width - 28) / side.scaleDown
                scale: side.scaleDown
                transformOrigin: Item.TopLeft
                spacing: 36 * Theme.u

                Repeater {
                    model: window.switches

                    Grid {
                        id: group

                        required property var modelData

                        width: parent ? parent.width : 0
                        columns: 2
                        spacing: 14 * Theme.u

                        Repeater {
                            model: group.modelData.options

                            EdgeButton {
                                required property var modelData

                                objectName: group.modelData.key + "." + modelData[0]
                                width: (group.width - group.spacing) / 2
                                height: 108 * Theme.u
                                text: modelData[1]
                                chosen: modelData[0] === group.modelData.now
                                onActivated: Kiosk.send("look", group.modelData.key + ":" + modelData[0])
                            }
                        }
                    }
                }
            }
        }

        Flickable {
            id: view

            readonly property real fit: Math.min(1, width / (Theme.panelWidth + 96 * Theme.u))

            x: side.width
            width: parent.width - x
            height: parent.height
            clip: true
            interactive: !window.bare
            contentHeight: window.wanted * fit
            boundsBehavior: Flickable.StopAtBounds

            Item {
                scale: view.fit
                transformOrigin: Item.TopLeft
                width: Theme.panelWidth + 96 * Theme.u
                height: window.wanted

                Loader {
                    id: sheet

                    x: 48 * Theme.u
                    y: x
                    width: Theme.panelWidth
                    source: window.facts.sheet ? Qt.resolvedUrl("Sheet" + window.facts.sheet + ".qml") : ""
                    onSourceChanged: view.contentY = 0
                }
            }
        }
    }
}
