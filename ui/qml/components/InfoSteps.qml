pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// What to do next, one line each: `steps` are {icon, text, warm}. Numbered, they are plain texts
// in an order that matters. Information, so nothing has an edge.
Column {
    id: list

    property var steps: []
    property bool numbered: false
    property real side: numbered ? 72 : 92
    property real gap: 30
    property real inset: 26
    property real textSize: numbered ? 39 : 41
    // Where height is short the text shrinks to what is legible; then the last steps go.
    property real room: Infinity
    readonly property var sizes: [textSize, textSize * 0.92, textSize * 0.84, textSize * 0.76]
    readonly property int shown: {
        let count = steps.length;
        while (count > 0 && high(sizes[3], count) > room)
            --count;
        return count;
    }
    readonly property real fitting: sizes.find(size => high(size, shown) <= room) ?? sizes[3]
    // Where this word stands in a text it is set bold.
    property string stressed

    function marked(text) {
        const safe = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
        return stressed === "" ? safe : safe.replace(stressed, "<b>" + stressed + "</b>");
    }

    // The height of the first `count` steps set in `size`.
    function high(size, count) {
        const px = Math.round(Math.max(size * Theme.u * Theme.textScale, Theme.bodyFloor));
        const space = width - (side + inset) * Theme.u;
        let sum = (count - 1) * spacing;
        for (let i = 0; i < count; ++i)
            sum += Math.max(side * Theme.u, lines(wordsOf(steps[i]), space / px) * px * 1.2);
        return sum;
    }

    // How many lines `text` takes in a width of `space` times its size.
    function lines(text, space) {
        let count = 1;
        let used = 0;
        for (const word of text.split(" ")) {
            const wide = ruler.advanceWidth(word + " ") / ruler.font.pixelSize * 1.01;
            if (used > 0 && used + wide > space) {
                ++count;
                used = 0;
            }
            used += wide;
        }
        return count;
    }

    function wordsOf(step) {
        return numbered ? step : step.text;
    }

    spacing: gap * Theme.u

    FontMetrics {
        id: ruler

        font.family: Theme.body
        font.pixelSize: 100
    }

    Repeater {
        model: list.steps.slice(0, list.shown)

        Item {
            id: step

            required property var modelData
            required property int index
            readonly property string words: list.wordsOf(modelData)
            readonly property bool warm: !list.numbered && modelData.warm === true

            width: list.width
            height: Math.max(list.side * Theme.u, caption.implicitHeight)
            Accessible.role: Accessible.StaticText
            Accessible.name: words

            Rectangle {
                id: sign

                anchors.verticalCenter: parent.verticalCenter
                width: list.side * Theme.u
                height: width
                radius: list.numbered ? width / 2 : 30 * Theme.u
                color: list.numbered ? Theme.primary : step.warm ? Theme.warmTonal : Theme.tonal

                Icon {
                    anchors.centerIn: parent
                    size: list.side * 0.6
                    name: list.numbered ? "" : step.modelData.icon
                    color: step.warm ? Theme.warmIcon : Theme.onTonal
                    visible: !list.numbered
                }
                Txt {
                    anchors.centerIn: parent
                    size: 38
                    grow: 1
                    weight: Font.Bold
                    color: Theme.onPrimary
                    text: step.index + 1
                    visible: list.numbered
                    Accessible.ignored: true
                }
            }
            Txt {
                id: caption

                anchors {
                    left: sign.right
                    leftMargin: list.inset * Theme.u
                    right: parent.right
                    verticalCenter: parent.verticalCenter
                }
                size: list.fitting
                line: 1.2
                text: list.marked(step.words)
                textFormat: Text.StyledText
                wrapMode: Text.WordWrap
                Accessible.ignored: true
            }
        }
    }
}
