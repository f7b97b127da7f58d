pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Buttons and switches.
Sheet {
    id: sheet

    component Hero: HeroButton {
        width: 984 * Theme.u
        title: sheet.views.S00.take.title
        sub: sheet.views.S00.take.sub
    }
    component Main: PrimaryButton {
        width: 476 * Theme.u
        text: Words.t["det.take"]
        icon: "ticket"
    }
    component Edge: EdgeButton {
        width: 300 * Theme.u
        text: Words.t["common.done"]
        icon: "check"
    }
    component Prior: PriorityRow {
        width: 984 * Theme.u
    }

    Exhibit {
        name: "HeroButton"

        Specimen {
            mode: "normal"

            Hero {}
        }
        Specimen {
            mode: "pressed"

            Hero {
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true
            ringRadius: 48

            Hero {}
        }
        Specimen {
            mode: "disabled"

            Hero {
                enabled: false
                sub: Words.t["err.closed.mall.t"]
            }
        }
    }
    Exhibit {
        name: "PrimaryButton"

        Specimen {
            mode: "normal"

            Main {}
        }
        Specimen {
            mode: "pressed"

            Main {
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true

            Main {}
        }
        Specimen {
            mode: "disabled"

            Main {
                enabled: false
            }
        }
        Specimen {
            mode: "with a ring"

            Main {
                text: Words.t["common.done"]
                badge: TimerRing {
                    size: 92
                    thickness: 9
                    numberSize: 38
                    seconds: 21
                    total: 25
                    running: false
                    track: Qt.alpha(Theme.onAccent, 0.22)
                    arc: Theme.onAccent
                    ink: Theme.onAccent
                }
            }
        }
    }
    Exhibit {
        name: "EdgeButton, BackButton"

        Specimen {
            mode: "normal"

            Edge {}
        }
        Specimen {
            mode: "pressed"

            Edge {
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true

            Edge {}
        }
        Specimen {
            mode: "disabled"

            Edge {
                enabled: false
            }
        }
        Specimen {
            mode: "chosen"

            Edge {
                chosen: true
            }
        }
        Specimen {
            mode: "warm"

            Edge {
                warm: true
                icon: "old"
            }
        }
        Specimen {
            mode: "icon only"

            Edge {
                width: 175 * Theme.u
                iconOnly: true
            }
        }
        Specimen {
            mode: "back"

            BackButton {
                width: (iconOnly ? 175 : 315) * Theme.u
            }
        }
        Specimen {
            mode: "strong"

            Edge {
                width: 600 * Theme.u
                strong: true
                icon: "arrow-right"
                text: Words.t["scan.without"]
            }
        }
        Specimen {
            mode: "leading"

            Edge {
                width: 480 * Theme.u
                height: 156 * Theme.u
                leading: true
                icon: "calendar-check"
                text: Words.t["idle.booking"]
            }
        }
    }
    Exhibit {
        name: "Segment"

        Specimen {
            mode: "first chosen"

            Segment {
                width: 984 * Theme.u
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
        }
    }
    Exhibit {
        name: "PriorityRow, Toggle"

        Specimen {
            mode: "off"

            Prior {}
        }
        Specimen {
            mode: "on"

            Prior {
                checked: true
            }
        }
        Specimen {
            mode: "pressed"

            Prior {
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true

            Prior {}
        }
        Specimen {
            mode: "switch off"

            Toggle {}
        }
        Specimen {
            mode: "switch on"

            Toggle {
                on: true
            }
        }
    }
    Exhibit {
        name: "SwitchRow"

        Specimen {
            mode: "on"

            SwitchRow {
                width: 788 * Theme.u
                icon: "volume"
                text: Words.t["audio.on"]
                on: true
            }
        }
        Specimen {
            mode: "off"

            SwitchRow {
                width: 788 * Theme.u
                icon: "volume-off"
                text: Words.t["audio.off"]
            }
        }
    }
    Exhibit {
        name: "StepSetting"

        Repeater {
            model: [1, 3, 5]

            Specimen {
                id: setting

                required property int modelData

                mode: modelData + " of 5"

                StepSetting {
                    width: 788 * Theme.u
                    name: "volume"
                    icon: "volume"
                    text: Words.t["audio.volume"]
                    lessText: Words.t["audio.softer"]
                    moreText: Words.t["audio.louder"]
                    value: setting.modelData
                }
            }
        }
    }
    Exhibit {
        name: "Chip"

        Specimen {
            mode: "fee"

            Chip {
                icon: "cash"
                text: sheet.views.S07.fee
            }
        }
        Specimen {
            mode: "duration"

            Chip {
                icon: "hourglass"
                text: sheet.views.S07.duration
            }
        }
    }
}
