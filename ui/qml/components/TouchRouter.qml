pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// Follows the first finger over the whole window and decides which Touchable it means: highlight
// on touch-down, slide on to choose, slide off to cancel, act on lifting. Being a passive handler
// it leaves dragging of lists to the lists.
PointHandler {
    id: router

    property Touchable held: null
    property Touchable lastTarget: null
    property double lastTime: 0
    property double closedUntil: 0
    property bool refused: true
    property point place
    property string heldName

    signal touched

    // No touch may fall through a changed screen onto what appeared under the finger.
    function close() {
        drop();
        closedUntil = Date.now() + Theme.newScreenMs;
        refused = true;
    }

    function drop() {
        if (held)
            held.pressed = false;
        held = null;
        heldName = "";
    }

    function hold(target) {
        if (target === held)
            return;
        drop();
        if (target && !(target === lastTarget && Date.now() - lastTime < Theme.sameTargetMs)) {
            held = target;
            heldName = target.objectName;
            held.pressed = true;
        }
    }

    function begin() {
        Theme.focusShown = false;
        touched();
        refused = Date.now() < closedUntil;
        if (!refused)
            hold(targetAt(parent, place));
    }

    function follow() {
        if (refused)
            return;
        if (dragged(held)) {
            drop();
            refused = true;
        } else {
            hold(targetAt(parent, place));
        }
    }

    function lift() {
        // New facts may have replaced the pressed delegate by its equal.
        const here = refused || held || heldName === "" ? null : targetAt(parent, place);
        const target = refused ? null : held ?? (here && here.objectName === heldName ? here : null);
        drop();
        refused = true;
        if (!target)
            return;
        lastTarget = target;
        lastTime = Date.now();
        target.act();
    }

    function dragged(item) {
        for (let at = item; at; at = at.parent)
            if (at.dragging === true)
                return true;
        return false;
    }

    // The Touchable painted topmost at `where` (in `item`), null when something solid covers it,
    // undefined when nothing is there.
    function targetAt(item, where) {
        if (!item.visible || item.opacity === 0 || (item.clip && !item.contains(where)))
            return undefined;
        // QML's sort does not keep the order of equals, so the place decides between those.
        const painted = Array.from(item.children).map((child, place) => ({
                    "child": child,
                    "place": place
                }));
        painted.sort((a, b) => b.child.z - a.child.z || b.place - a.place);
        for (const layer of painted) {
            const found = targetAt(layer.child, item.mapToItem(layer.child, where));
            if (found !== undefined)
                return found;
        }
        if (item.touchTarget === true && item.contains(where))
            return item.enabled ? item : null;
        if (item.solid === true && item.contains(where))
            return null;
        return undefined;
    }

    acceptedButtons: Qt.LeftButton
    onPointChanged: {
        if (!active)
            return;
        place = point.position;
        follow();
    }
    onActiveChanged: {
        if (active) {
            place = point.position;
            begin();
        } else {
            lift();
        }
    }
    onCanceled: {
        drop();
        refused = true;
    }

    readonly property Connections changes: Connections {
        target: Kiosk

        function onScreenChanged() {
            router.close();
        }
    }
}
