pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A question with a few answers to choose one from: `group` is {key, label, options}, an option
// {id, label, chosen}. As many stand side by side as their words allow.
Item {
    id: choice

    property real least: 92
    property var group: ({
            "key": "",
            "label": "",
            "options": []
        })
    readonly property real gap: Math.max(12 * Theme.u, 3 * Theme.pxPerMm)
    readonly property real textPx: Math.round(Math.max(34 * Theme.u * Theme.displayScale, Theme.displayFloor))
    readonly property real pad: 40 * Theme.u
    readonly property int columns: {
        const count = group.options.length;
        for (const wish of [4, 3, 2])
            if (wish <= Math.max(2, count) && (wish < 4 || count === 4) && widest <= cellOf(wish) - pad)
                return wish;
        return 1;
    }
    readonly property real cell: cellOf(columns)
    readonly property int lines: group.options.some(option => wide(option.label) > cell - pad) ? 2 : 1
    readonly property real cellHeight: Math.max(least * Theme.u, Theme.minTarget, lines * textPx * 1.1 + 20 * Theme.u)
    readonly property real widest: Math.max(0, ...group.options.map(option => Math.max(...option.label.split(/[ /]/).map(word => wide(word)))))

    signal chose(string option)

    function cellOf(count) {
        return (width - (count - 1) * gap) / count;
    }

    function wide(text) {
        return ruler.advanceWidth(text) / ruler.font.pixelSize * textPx * 1.06;
    }

    implicitHeight: title.height + 8 * Theme.u + Math.ceil(group.options.length / columns) * (cellHeight + gap) - gap

    FontMetrics {
        id: ruler

        font.family: Theme.display
        font.weight: Font.DemiBold
        font.pixelSize: 100
    }
    Txt {
        id: title

        x: 8 * Theme.u
        width: parent.width - 2 * x
        display: true
        size: 36
        line: 1.2
        text: choice.group.label
        wrapMode: Text.WordWrap
    }
    Grid {
        y: title.height + 8 * Theme.u
        columns: choice.columns
        spacing: choice.gap

        Repeater {
            model: choice.group.options.length

            EdgeButton {
                required property int index
                readonly property var option: choice.group.options[index]

                objectName: choice.group.key + "." + option.id
                width: choice.cell
                height: choice.cellHeight
                radius: 30 * Theme.u
                labelSize: 34
                role: Accessible.RadioButton
                hint: choice.group.label
                text: option.label
                chosen: option.chosen
                onActivated: choice.chose(option.id)
            }
        }
    }
}
