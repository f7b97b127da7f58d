pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Our own keyboard: capitals only, since the search ignores case, and a layer of digits and signs.
// After a digit the letters come back. `coded` has digits above the letters and nothing else, for
// codes.
Rectangle {
    id: keyboard

    property bool digits: false
    property bool coded: false
    // Set false where digits come in numbers, and where the keyboard cannot be put away.
    property bool returns: true
    property bool closable: true
    readonly property real keyWidth: Math.max(92 * Theme.u, Theme.minTarget)
    // On a panel that is less high than wide the keys lose height first.
    readonly property real keyHeight: Math.max(Theme.minTarget, Math.min(118 * Theme.u, (height - 3 * gap - 40 * Theme.u) / 4))
    readonly property real leastHeight: 4 * Theme.minTarget + 3 * gap + 40 * Theme.u
    // 3 mm between keys where ten of the least width leave it.
    readonly property real gap: Math.min(Math.max(13 * Theme.u, 3 * Theme.pxPerMm), (width - 10 * keyWidth) / 9)
    readonly property real line: 10 * keyWidth + 9 * gap
    readonly property var letters: ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"]
    readonly property var signs: ["1234567890", "-/.,()&+'", ":;?!@\"_"]
    readonly property var rows: coded ? [signs[0]].concat(letters) : digits ? signs : letters
    readonly property int last: coded ? 3 : 2
    readonly property bool solid: true

    signal typed(string letter)
    signal erased
    signal closed

    function press(sign) {
        typed(sign.toLowerCase());
        if (returns && /\d/.test(sign))
            digits = false;
    }

    implicitHeight: Math.max(564 * Theme.u, leastHeight)
    color: Theme.keyGround
    onVisibleChanged: digits = false

    Rectangle {
        width: parent.width
        height: 4 * Theme.u
        color: Theme.barLine
        visible: Theme.highContrast
    }

    Column {
        x: (parent.width - keyboard.line) / 2
        y: Math.max(12 * Theme.u, Math.min(18 * Theme.u, (keyboard.height - height) / 2))
        width: keyboard.line
        spacing: keyboard.gap

        Repeater {
            model: keyboard.last

            Row {
                id: upper

                required property int index

                x: (parent.width - width) / 2
                spacing: keyboard.gap

                // The keys stay when the layer changes, and with them the focus.
                Repeater {
                    model: keyboard.rows[upper.index].length

                    KeyboardKey {
                        required property int index

                        width: keyboard.keyWidth
                        height: keyboard.keyHeight
                        text: keyboard.rows[upper.index].charAt(index)
                        onActivated: keyboard.press(text)
                    }
                }
            }
        }

        Row {
            id: lower

            readonly property real side: (keyboard.line - 7 * keyboard.keyWidth - 8 * keyboard.gap) / 2
            readonly property real edge: Math.min(side, 132 * Theme.u)

            x: (parent.width - width) / 2
            spacing: keyboard.gap

            Item {
                width: lower.edge
                height: keyboard.keyHeight

                KeyboardKey {
                    objectName: "key.layer"
                    anchors.fill: parent
                    muted: true
                    textSize: 38
                    text: keyboard.digits ? Words.t["kb.abc"] : Words.t["kb.num"]
                    visible: !keyboard.coded
                    onActivated: keyboard.digits = !keyboard.digits
                }
            }
            Repeater {
                model: keyboard.rows[keyboard.last].length

                KeyboardKey {
                    required property int index

                    width: keyboard.keyWidth
                    height: keyboard.keyHeight
                    text: keyboard.rows[keyboard.last].charAt(index)
                    onActivated: keyboard.press(text)
                }
            }
            KeyboardKey {
                objectName: "key.delete"
                width: lower.edge
                height: keyboard.keyHeight
                muted: true
                icon: "backspace"
                text: Words.t["kb.delete"]
                onActivated: keyboard.erased()
            }
        }

        Row {
            x: (parent.width - width) / 2
            spacing: keyboard.gap
            visible: !keyboard.coded

            KeyboardKey {
                objectName: "key.hide"
                width: 300 * Theme.u
                height: keyboard.keyHeight
                muted: true
                textSize: 38
                text: Words.t["kb.hide"]
                visible: keyboard.closable
                onActivated: keyboard.closed()
            }
            KeyboardKey {
                objectName: "key.space"
                width: (keyboard.closable ? 697 : 760) * Theme.u
                height: keyboard.keyHeight
                textSize: 38
                text: Words.t["kb.space"]
                onActivated: keyboard.typed(" ")
            }
        }
    }
}
