pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// One line of a list to choose from. The part `match` of the name, found by a search, is marked;
// a long name goes on in a second line. Without an icon it is a plain choice.
Touchable {
    id: row

    property string icon
    property string name
    property string before: name
    property string match
    property string after
    property string sub
    property string sign: "chevron-right"
    property bool dim: false
    readonly property real side: icon === "" ? 0 : (Theme.textScale >= 1.5 ? 92 : 84) * Theme.u
    // The words of the name, each as pieces that are marked or not.
    readonly property var words: pieces([[before, false], [match, true], [after, false]])

    function pieces(parts) {
        const found = [[]];
        for (const [text, marked] of parts) {
            text.split(" ").forEach((piece, index) => {
                if (index > 0)
                    found.push([]);
                if (piece !== "")
                    found[found.length - 1].push({
                        "text": piece,
                        "marked": marked
                    });
            });
        }
        return found.filter(word => word.length > 0);
    }

    label: name
    hint: sub
    radius: 34 * Theme.u
    implicitWidth: 984 * Theme.u
    implicitHeight: Math.max(136 * Theme.u, Theme.minTarget, column.implicitHeight + 28 * Theme.u)

    Rectangle {
        anchors.fill: parent
        radius: row.radius
        color: row.pressed ? Theme.pressed : row.checked ? Theme.chosen : Theme.surface
        border.width: Theme.edgeWidth * Theme.u
        border.color: row.dim ? Theme.hairline : Theme.edge
    }
    IconBox {
        id: box

        x: 31 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        side: row.side / Theme.u
        iconSize: 52
        icon: row.icon
        visible: row.icon !== ""
        opacity: row.dim ? 0.6 : 1
    }
    Column {
        id: column

        anchors {
            left: parent.left
            leftMargin: row.icon === "" ? 44 * Theme.u : 57 * Theme.u + row.side
            right: parent.right
            rightMargin: (row.sign === "" ? 24 : 96) * Theme.u
            verticalCenter: parent.verticalCenter
        }
        spacing: 2 * Theme.u

        Flow {
            id: flow

            width: parent.width
            spacing: space.advanceWidth

            TextMetrics {
                id: space

                font: ruler.font
                text: " "
            }
            Txt {
                id: ruler

                display: true
                size: 38
                line: 1.16
                text: "x"
                visible: false
            }

            Repeater {
                model: row.words

                Row {
                    id: word

                    required property var modelData

                    Repeater {
                        model: word.modelData

                        Item {
                            id: piece

                            required property var modelData

                            width: caption.implicitWidth
                            height: caption.implicitHeight

                            Rectangle {
                                anchors.fill: parent
                                anchors.margins: -1 * Theme.u
                                radius: 8 * Theme.u
                                color: Theme.warnBg
                                border.width: Theme.highContrast ? 3 * Theme.u : 0
                                border.color: Theme.warn
                                visible: piece.modelData.marked
                            }
                            Txt {
                                id: caption

                                display: true
                                size: 38
                                line: 1.16
                                // The pieces end after their row when a list is replaced.
                                color: row?.checked && !row.pressed ? Theme.onChosen : row?.dim ? Theme.ink2 : Theme.ink
                                text: piece.modelData.text
                                Accessible.ignored: true
                            }
                        }
                    }
                }
            }
        }
        Txt {
            width: parent.width
            size: 32
            line: 1.15
            color: Theme.ink2
            text: row.sub
            wrapMode: Text.WordWrap
            visible: text !== ""
            Accessible.ignored: true
        }
    }
    Icon {
        id: chevron

        anchors.right: parent.right
        anchors.rightMargin: 32 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        size: 52
        bold: true
        name: row.sign
        color: row.checked && !row.pressed ? Theme.onChosen : Theme.icon
        visible: row.sign !== ""
    }
}
