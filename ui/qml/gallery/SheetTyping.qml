pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Fields and what types into them.
Sheet {
    id: sheet

    component Key: KeyboardKey {
        width: 95 * Theme.u
        height: 118 * Theme.u
        text: "K"
    }
    component Dots: PinDots {
        length: 6
    }

    Exhibit {
        name: "SearchField"

        Specimen {
            mode: "empty"

            SearchField {
                width: 984 * Theme.u
                placeholder: sheet.views.S03.placeholder
            }
        }
        Specimen {
            mode: "typing"

            SearchField {
                width: 984 * Theme.u
                text: sheet.views.S03.query
                placeholder: sheet.views.S03.placeholder
            }
        }
        Specimen {
            mode: "keyboard hidden"

            SearchField {
                width: 984 * Theme.u
                text: sheet.views.S03.query
                placeholder: sheet.views.S03.placeholder
                typing: false
            }
        }
    }
    Exhibit {
        name: "CodeField"

        Specimen {
            mode: "empty"

            CodeField {
                width: 984 * Theme.u
            }
        }
        Specimen {
            mode: "typing"

            CodeField {
                width: 984 * Theme.u
                text: sheet.views.S11Code.text
            }
        }
        Specimen {
            mode: "not found"

            CodeField {
                width: 984 * Theme.u
                text: sheet.views.S11Code.text + "F4M"
                wrong: true
            }
        }
    }
    Exhibit {
        name: "CommentField"

        Specimen {
            mode: "empty"

            CommentField {
                width: 480 * Theme.u
                height: 320 * Theme.u
                placeholder: sheet.views.S14Comment.placeholder
            }
        }
        Specimen {
            mode: "typing"

            CommentField {
                width: 480 * Theme.u
                height: 320 * Theme.u
                text: sheet.views.S14Comment.text
                rest: Words.fill(Words.t["skm.comment.left"], {
                    "n": sheet.views.S14Comment.left
                })
            }
        }
    }
    Exhibit {
        name: "KioskKeyboard"

        Specimen {
            mode: "letters"

            KioskKeyboard {
                width: Theme.panelWidth
            }
        }
        Specimen {
            mode: "digits and signs"

            KioskKeyboard {
                width: Theme.panelWidth
                digits: true
                returns: false
            }
        }
        Specimen {
            mode: "for codes"

            KioskKeyboard {
                width: Theme.panelWidth
                coded: true
            }
        }
    }
    Exhibit {
        name: "KeyboardKey"

        Specimen {
            mode: "normal"

            Key {}
        }
        Specimen {
            mode: "pressed"

            Key {
                pressed: true
            }
        }
        Specimen {
            mode: "focused"
            ringed: true
            ringRadius: 22

            Key {}
        }
        Specimen {
            mode: "muted"

            Key {
                muted: true
                icon: "backspace"
            }
        }
    }
    Exhibit {
        name: "NumPad, PinDots"

        Specimen {
            mode: "nothing typed"

            NumPad {}
        }
        Specimen {
            mode: "may be confirmed"

            NumPad {
                ready: true
            }
        }
        Specimen {
            mode: "empty"

            Dots {}
        }
        Specimen {
            mode: "four typed"

            Dots {
                count: 4
            }
        }
        Specimen {
            mode: "wrong"

            Dots {
                count: 6
                wrong: true
            }
        }
    }
}
