import QtQuick
import Anjungan

// Items in cells of one size, as many as fit, the rest on further pages. It never scrolls; buttons
// elsewhere set `page`, and dragging up or down turns a page as well.
Item {
    id: pager

    property var items: []
    property Component delegate: null
    property int columns: 1
    property real cellHeight: 136 * Theme.u
    property real gap: 16 * Theme.u
    property int page: 0
    readonly property int lines: Math.max(1, Math.floor((height + gap) / (cellHeight + gap)))
    readonly property int pages: Math.max(1, Math.ceil(items.length / (lines * columns)))
    readonly property int shown: Math.min(page, pages - 1)
    readonly property real cellWidth: (width - (columns - 1) * gap) / columns
    // Read by the TouchRouter: a drag is no tap.
    readonly property bool dragging: drag.far

    function turn(step) {
        page = Math.max(0, Math.min(shown + step, pages - 1));
    }

    PointHandler {
        id: drag

        property real way: 0
        readonly property bool far: Math.abs(way) > 30 * Theme.u

        onPointChanged: if (active)
            way = point.position.y - point.pressPosition.y
        onActiveChanged: {
            if (!active && Math.abs(way) > 80 * Theme.u)
                pager.turn(way < 0 ? 1 : -1);
            way = 0;
        }
    }

    Grid {
        columns: pager.columns
        spacing: pager.gap

        Repeater {
            model: pager.items.slice(pager.shown * pager.lines * pager.columns, (pager.shown + 1) * pager.lines * pager.columns)
            delegate: pager.delegate
        }
    }
}
