pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S02, the catalogue: the services most asked for, life events, and the ways to all others.
// Tall shows both kinds at once; the square layout and large text show them as tabs.
KioskScreen {
    id: catalogue

    readonly property bool tabbed: !Theme.tall || Theme.textScale > 1
    readonly property real room: contentBottom - contentTop

    name: "S02"
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    onCurrentChanged: if (!current)
        tabs.current = 0

    Loader {
        x: catalogue.margin
        y: catalogue.contentTop
        width: parent.width - 2 * x
        active: !catalogue.tabbed
        visible: active
        sourceComponent: Item {
            id: both

            // What is left of the height for the tiles, should a long title have pushed it down.
            readonly property real spare: catalogue.room - (72 + 96 + 254 + 40) * Theme.u

            Txt {
                x: 8 * Theme.u
                height: 62 * Theme.u
                display: true
                size: 40
                text: Words.t["cat.popular"]
            }
            Grid {
                id: popular

                y: 72 * Theme.u
                columns: 2
                spacing: 20 * Theme.u

                Repeater {
                    model: catalogue.facts.popular.slice(0, 6)

                    ServiceTile {
                        required property var modelData

                        width: 482 * Theme.u
                        height: Math.max(Theme.minTarget, Math.min(200 * Theme.u, both.spare / 3))
                        tile: modelData
                        onActivated: Kiosk.send("service", modelData.id)
                    }
                }
            }
            Txt {
                id: heading

                x: 8 * Theme.u
                y: popular.y + popular.height + 27 * Theme.u
                height: 62 * Theme.u
                display: true
                size: 40
                text: Words.t["cat.life"]
            }
            Grid {
                y: heading.y + 69 * Theme.u
                columns: 3
                spacing: 18 * Theme.u

                Repeater {
                    model: catalogue.facts.events.slice(0, 6)

                    LifeTile {
                        required property var modelData

                        width: (both.width - 36 * Theme.u) / 3
                        event: modelData
                        onActivated: Kiosk.send("event", modelData.id)
                    }
                }
            }
        }
    }

    Segment {
        id: tabs

        x: catalogue.margin
        y: catalogue.contentTop + (Theme.tall ? 14 * Theme.u : 0)
        width: parent.width - 2 * x
        height: implicitHeight
        visible: catalogue.tabbed
        tabs: [
            {
                "id": "popular",
                "label": Words.t["cat.popular"]
            },
            {
                "id": "events",
                "label": Words.t["cat.tab.life"]
            },
            {
                "id": "agencies",
                "label": Words.t["cat.tab.agency"]
            }
        ]
    }

    Grid {
        id: page

        readonly property bool listed: Theme.tall && Theme.textScale >= 1.5
        readonly property real step: 18 * Theme.u
        readonly property real cellWidth: listed ? width : (width - step) / 2
        readonly property int lines: listed ? 6 : 3
        readonly property real cellHeight: Math.min((listed ? 168 : Theme.tall ? 236 : 200) * Theme.u, (catalogue.contentBottom - y - (lines - 1) * step) / lines)

        x: catalogue.margin
        y: tabs.y + tabs.height + 22 * Theme.u
        width: parent.width - 2 * x
        columns: listed ? 1 : 2
        spacing: step
        visible: catalogue.tabbed

        Repeater {
            model: catalogue.tabbed && tabs.current === 0 ? catalogue.facts.popular.slice(0, 6) : []

            ServiceTile {
                required property var modelData

                width: page.cellWidth
                height: page.cellHeight
                compact: !Theme.tall
                row: page.listed
                tile: modelData
                onActivated: Kiosk.send("service", modelData.id)
            }
        }
        Repeater {
            model: catalogue.tabbed && tabs.current === 1 ? catalogue.facts.events.slice(0, 6) : []

            LifeTile {
                required property var modelData

                width: page.cellWidth
                height: page.cellHeight
                event: modelData
                onActivated: Kiosk.send("event", modelData.id)
            }
        }
        Repeater {
            model: catalogue.tabbed && tabs.current === 2 ? catalogue.facts.agencies.slice(0, 5) : []

            AgencyTile {
                required property var modelData

                width: page.cellWidth
                height: page.cellHeight
                agency: modelData
                onActivated: Kiosk.send("agency", modelData.id)
            }
        }
        EdgeButton {
            objectName: "cat.agencies"
            width: page.cellWidth
            height: page.cellHeight
            icon: "building-bank"
            text: Words.t["cat.agencies"]
            visible: catalogue.tabbed && tabs.current === 2
            onActivated: Kiosk.send("agencies")
        }
    }

    Dock {
        gap: catalogue.tabbed ? 24 : 18

        EdgeButton {
            objectName: "dock.back"
            Layout.preferredWidth: (iconOnly ? 175 : catalogue.tabbed ? 249 : 226) * Theme.u
            Layout.fillHeight: true
            icon: "logout"
            iconOnly: Theme.textScale >= 1.5
            text: Words.t["common.exit"]
            onActivated: Kiosk.send("exit")
        }
        EdgeButton {
            objectName: "dock.agencies"
            Layout.fillWidth: true
            Layout.preferredWidth: 399 * Theme.u
            Layout.fillHeight: true
            icon: "building-bank"
            text: Words.t["cat.agencies"]
            visible: !catalogue.tabbed
            onActivated: Kiosk.send("agencies")
        }
        PrimaryButton {
            objectName: "dock.primary"
            Layout.fillWidth: true
            Layout.preferredWidth: 323 * Theme.u
            Layout.minimumWidth: implicitWidth
            Layout.fillHeight: true
            icon: "search"
            inset: catalogue.tabbed ? 48 : 40
            text: catalogue.tabbed ? Words.t["cat.search.long"] : Words.t["cat.search"]
            onActivated: Kiosk.send("search")
        }
    }
}
