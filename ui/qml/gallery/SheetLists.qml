pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// What is chosen from, and lists that are read.
Sheet {
    id: sheet

    readonly property var tiles: sheet.views.S02.popular
    readonly property var shut: ({
            "id": "shut",
            "icon": tiles[2].icon,
            "name": tiles[2].name,
            "agency": tiles[2].agency,
            "queue": {
                "kind": "closed",
                "text": Words.t["common.queue.closed"]
            },
            "dim": true
        })

    // As S02 shows them: rows at the largest text.
    component Tile: ServiceTile {
        width: (row ? 984 : 482) * Theme.u
        height: (row ? 168 : Theme.textScale > 1 ? 236 : 200) * Theme.u
        row: Theme.textScale >= 1.5
        tile: sheet.tiles[0]
    }
    component Life: LifeTile {
        width: (Theme.textScale > 1 ? 482 : 318) * Theme.u
    }
    component Line: ListRow {
        width: 984 * Theme.u
        icon: sheet.views.S03.results[0].icon
        name: sheet.views.S03.results[0].name
        sub: sheet.views.S03.results[0].sub
    }

    Exhibit {
        name: "ServiceTile, QueueWord, IconBox"

        Specimen {
            mode: "normal"

            Tile {}
        }
        Specimen {
            mode: "nobody waits"

            Tile {
                tile: sheet.tiles[4]
            }
        }
        Specimen {
            mode: "pressed"

            Tile {
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true

            Tile {}
        }
        Specimen {
            mode: "closed"

            Tile {
                tile: sheet.shut
            }
        }
        Specimen {
            mode: "compact"

            Tile {
                width: 482 * Theme.u
                height: 200 * Theme.u
                row: false
                compact: true
            }
        }
        Specimen {
            mode: "row"

            Tile {
                row: true
            }
        }
        Specimen {
            mode: "waiting, none, closed"

            Row {
                spacing: 40 * Theme.u

                QueueWord {
                    queue: sheet.tiles[0].queue
                }
                QueueWord {
                    queue: sheet.tiles[4].queue
                }
                QueueWord {
                    queue: sheet.shut.queue
                }
            }
        }
        Specimen {
            mode: "icon box, warm"

            Row {
                spacing: 20 * Theme.u

                IconBox {
                    icon: "id"
                }
                IconBox {
                    icon: "old"
                    warm: true
                }
                Icon {
                    name: "qrcode"
                    size: 88
                }
            }
        }
    }
    Exhibit {
        name: "LifeTile"

        Specimen {
            mode: "normal"

            Life {
                event: sheet.views.S02.events[0]
            }
        }
        Specimen {
            mode: "pressed"

            Life {
                event: sheet.views.S02.events[1]
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true
            ringRadius: 34

            Life {
                event: sheet.views.S02.events[2]
            }
        }
    }
    Exhibit {
        name: "AgencyTile"

        Specimen {
            mode: "normal"

            AgencyTile {
                agency: sheet.views.S04.agencies[0]
            }
        }
        Specimen {
            mode: "two letters, pressed"

            AgencyTile {
                agency: sheet.views.S04.agencies[11]
                pressed: true
            }
        }
    }
    Exhibit {
        name: "ListRow"

        Specimen {
            mode: "match marked"

            Line {
                before: sheet.views.S03.results[0].before
                match: sheet.views.S03.results[0].match
                after: sheet.views.S03.results[0].after
            }
        }
        Specimen {
            mode: "pressed"

            Line {
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true
            ringRadius: 34

            Line {}
        }
        Specimen {
            mode: "closed"

            Line {
                dim: true
            }
        }
        Specimen {
            mode: "a plain choice, chosen"

            Line {
                icon: ""
                sub: ""
                name: Words.t["lang.name"]
                sign: "check"
                checked: true
            }
        }
    }
    Exhibit {
        name: "FactStrip"

        Specimen {
            mode: "side by side"

            FactStrip {
                width: 984 * Theme.u
                facts: sheet.views.S07.facts
                stacked: Theme.textScale >= 1.5
            }
        }
        Specimen {
            mode: "rows"

            FactStrip {
                width: 984 * Theme.u
                facts: sheet.views.S07.facts
                stacked: true
            }
        }
        Specimen {
            mode: "narrow"

            FactStrip {
                width: 330 * Theme.u
                facts: sheet.views.S07.facts
                stacked: true
                terse: true
                valueSize: 36
            }
        }
    }
    Exhibit {
        name: "ReqList"

        Specimen {
            ReqList {
                width: 984 * Theme.u
                items: sheet.views.S07.requirements
            }
        }
    }
    Exhibit {
        name: "InfoSteps"

        Specimen {
            mode: "what to do"

            InfoSteps {
                width: 984 * Theme.u
                steps: sheet.views.S10.steps
            }
        }
        Specimen {
            mode: "in order"

            InfoSteps {
                width: 984 * Theme.u
                numbered: true
                stressed: "IKD"
                steps: sheet.views.S01.steps
            }
        }
    }
    Exhibit {
        name: "PagedGrid, PageNav"

        Specimen {
            mode: "page 1"

            PagedGrid {
                id: grid

                width: 984 * Theme.u
                height: 2 * cellHeight + gap
                columns: 2
                cellHeight: 176 * Theme.u
                items: sheet.views.S04.agencies
                delegate: AgencyTile {
                    required property var modelData

                    width: grid.cellWidth
                    height: grid.cellHeight
                    agency: modelData
                }
            }
        }
        Specimen {
            mode: "live"

            Item {
                width: Theme.panelWidth
                height: 150 * Theme.u

                Item {
                    width: parent.width
                    height: 316 * Theme.u

                    PageNav {
                        page: grid.shown
                        pages: grid.pages
                        onTurned: step => grid.turn(step)
                    }
                }
            }
        }
    }
}
