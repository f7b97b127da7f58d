import QtQuick
import Anjungan

// Moves through the controls by keys, for a keypad with five of them as for a keyboard, and tells
// the voice where the keys are. `page`, `dialog` and `toolbar` are what can be walked through; with a
// dialog open only it and the toolbar count. The control that has the keys is `cursor`; one that
// cannot be used now has them too, so that it can be told of.
QtObject {
    id: walk

    required property Item home
    property KioskScreen page: null
    property KioskDialog dialog: null
    property Item toolbar: null
    property string screen
    property string kind
    // When touches count again after a change of screen: a key held too long must not count either.
    property double closedUntil: 0

    property Touchable cursor: null
    property string cursorName
    property int cursorPlace: 0
    // Where the keys were on the screen below a dialog.
    property string nameBelow
    property string ground
    property string here
    property double lastTime: 0
    property Touchable lastActed: null

    readonly property bool guided: Theme.focusShown || Kiosk.shell.audio === true
    // All that is told of the cursor; a change of any of it is told again.
    readonly property list<var> facts: cursor ? [cursor.label, cursor.hint, cursor.checked, cursor.enabled] : []
    readonly property var kinds: ({
            [Accessible.CheckBox]: "switch",
            [Accessible.RadioButton]: "radio",
            [Accessible.PageTab]: "tab",
            [Accessible.EditableText]: "field"
        })

    // Every control in reading order, as {item, section}.
    function controls() {
        const found = [];
        if (dialog)
            gather(dialog, "dialog", found);
        else if (page)
            // The body of a screen fades in; it is there from the first moment.
            for (const body of page.children)
                for (const part of body.children)
                    gather(part, "content", found);
        if (toolbar && toolbar.visible)
            gather(toolbar, "bar", found);
        return found;
    }

    function gather(item, section, found) {
        if (!item.visible || item.opacity === 0)
            return;
        if (item.touchTarget === true) {
            if (item.activeFocusOnTab)
                found.push({
                    "item": item,
                    "section": section
                });
            return;
        }
        const inside = item as KioskKeyboard ? "keys" : item as Dock ? "dock" : section;
        for (const child of item.children)
            gather(child, inside, found);
    }

    // Look where the keys are after anything that may have moved or replaced controls, and tell.
    function follow() {
        if (!guided)
            return;
        const all = controls();
        const below = screen + "/" + (page ? page.title + "/" + page.eyebrow : "");
        const now = below + "/" + kind;
        if (now !== here) {
            if (kind !== "" && below === ground && here === ground + "/")
                nameBelow = cursorName;
            const back = kind === "" && below === ground ? all.find(one => one.item.objectName === nameBelow) : undefined;
            ground = below;
            here = now;
            aim(all, back ?? firstOf(all));
        } else {
            aim(all, find(all) ?? (cursorName === "" ? firstOf(all) : equalOf(all)));
        }
        tell(all);
    }

    function find(all) {
        return all.find(one => one.item === cursor);
    }

    // Where the keys go on a new screen: the toolbar is there on every one, and waits.
    function firstOf(all) {
        return all.find(one => one.item.enabled && one.section !== "bar");
    }

    // What has taken the cursor's place: its equal by name, else what stands there now.
    function equalOf(all) {
        return all.find(one => one.item.objectName === cursorName) ?? all[Math.min(cursorPlace, all.length - 1)];
    }

    function aim(all, one) {
        const item = one ? one.item : null;
        const before = cursor;
        if (before && before !== item)
            before.aimed = false;
        cursor = item;
        cursorName = item ? item.objectName : "";
        cursorPlace = one ? all.indexOf(one) : 0;
        if (item)
            item.aimed = true;
        if (item && item.enabled)
            item.forceActiveFocus(Qt.TabFocusReason);
        else if (item || before)
            home.forceActiveFocus();
    }

    function tell(all, refused = false) {
        const one = find(all);
        const choices = all.filter(each => each.item.enabled && each.section !== "bar" && each.section !== "keys");
        Kiosk.aim({
            "screen": screen,
            "dialog": kind,
            "step": page ? page.eyebrow : "",
            "page": all.find(each => each.item.objectName === "page.down")?.item.hint ?? "",
            "title": dialog ? dialog.title : "",
            "text": dialog ? dialog.text : "",
            "count": choices.length,
            "section": one ? one.section : "",
            "name": one ? one.item.objectName : "",
            "label": one ? one.item.label : "",
            "hint": one ? one.item.hint : "",
            "role": one ? kinds[one.item.role] ?? "button" : "",
            "chosen": one ? one.item.checked : false,
            "usable": one ? one.item.enabled : false,
            "refused": refused
        });
    }

    // The key `event`; false when it means nothing here.
    function press(event) {
        const began = !guided;
        Theme.focusShown = true;
        Kiosk.send("touched");
        if (began)
            follow();
        // The first key of all only shows where the keys are.
        const shown = began && cursor !== null;
        switch (event.key) {
        case Qt.Key_Down:
        case Qt.Key_Tab:
            return shown || move(1);
        case Qt.Key_Up:
        case Qt.Key_Backtab:
            return shown || move(-1);
        case Qt.Key_Right:
            return shown || leap();
        case Qt.Key_Home:
            return first();
        case Qt.Key_Left:
        case Qt.Key_Escape:
            return order(dialog ? dialog.safeOrder : "back");
        case Qt.Key_Return:
        case Qt.Key_Enter:
        case Qt.Key_Space:
        case Qt.Key_Select:
            return shown || event.isAutoRepeat || act();
        case Qt.Key_Question:
        case Qt.Key_F1:
        case Qt.Key_Help:
            return order("repeat");
        case Qt.Key_Plus:
        case Qt.Key_VolumeUp:
            return order("louder");
        case Qt.Key_Minus:
        case Qt.Key_VolumeDown:
            return order("softer");
        }
        return false;
    }

    function order(name) {
        Kiosk.send(name);
        return true;
    }

    // The control before or after; after the last comes the first.
    function move(steps) {
        const all = controls();
        const at = all.findIndex(one => one.item === cursor);
        if (at < 0)
            return first();
        return go(all, all[(at + steps + all.length) % all.length]);
    }

    // The first control of the next group: content, keyboard, dock, toolbar, and content again.
    function leap() {
        const all = controls();
        const at = all.findIndex(one => one.item === cursor);
        const next = at < 0 ? undefined : all.slice(at).find(one => one.section !== all[at].section);
        return go(all, next ?? all[0]);
    }

    function first() {
        const all = controls();
        return go(all, all.find(one => one.item.enabled) ?? all[0]);
    }

    function go(all, one) {
        aim(all, one);
        tell(all);
        return true;
    }

    // Act as a touch on the control would.
    function act() {
        if (!cursor)
            return first();
        const again = cursor === lastActed && Date.now() - lastTime < Theme.sameTargetMs;
        if (again || Date.now() < closedUntil)
            return true;
        lastActed = cursor;
        lastTime = Date.now();
        if (cursor.enabled)
            cursor.act();
        else
            tell(controls(), true);
        Qt.callLater(follow);
        return true;
    }

    onGuidedChanged: {
        if (guided) {
            here = "";
            Qt.callLater(follow);
        } else {
            aim([], undefined);
        }
    }
    onFactsChanged: Qt.callLater(follow)
    onDialogChanged: Qt.callLater(follow)
    onScreenChanged: Qt.callLater(follow)
}
