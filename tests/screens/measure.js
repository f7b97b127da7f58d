// Measures everything that is seen below `root`: a function, evaluated on an item of the window, that
// answers in JSON. Boxes are [x, y, width, height] in pixels of the window.
root => {
    // What a dialog covers: the sky (it alone has a tenant) and the screen (it alone is informed).
    const asked = !!Kiosk.shell.dialog;
    const found = {
        "ground": 1e6,
        "unit": Theme.u,
        "pxPerMm": Theme.pxPerMm,
        "panel": [Theme.panelX, Theme.panelY, Theme.panelWidth, Theme.panelHeight],
        "sky": [0, 0, Theme.skyWidth, Theme.skyHeight],
        "texts": [],
        "signs": [],
        "targets": []
    };

    function box(item) {
        const at = item.mapToItem(null, 0, 0, item.width, item.height);
        return [at.x, at.y, at.width, at.height];
    }

    // Where the letters of a text stand: lines are set with air above and below them.
    function ink(item, at) {
        const spare = at[2] - item.contentWidth;
        const side = item.effectiveHorizontalAlignment;
        const left = side === Text.AlignRight ? spare : side === Text.AlignHCenter ? spare / 2 : 0;
        const pixels = item.font.pixelSize;
        const tall = item.lineCount === 1 ? pixels * 0.78 : item.contentHeight - pixels * 0.25;
        return [at[0] + left, at[1] + (at[3] - tall) / 2, item.contentWidth, tall];
    }

    function visit(item, place) {
        if (!item.visible || item.opacity === 0)
            return;
        if (item.tenant !== undefined || item.informed !== undefined) {
            if (asked)
                return;
            const screen = item.tenant !== undefined ? item.page : item;
            place = Object.assign({}, place, {
                "region": screen === item ? "panel" : "sky",
                "celestial": screen.celestial
            });
            if (screen !== item && Theme.tall && !screen.celestial)
                found.ground = item.ground;
        }
        if (item.touchTarget === true) {
            found.targets.push({
                "name": item.objectName,
                "kind": String(item).split("_QML")[0],
                "label": item.label,
                "box": box(item),
                "enabled": item.enabled,
                "ground": /^veil$|\.ground$/.test(item.objectName),
                "docked": place.docked,
                "radius": item.radius,
                "within": place.target,
                "clips": place.clips
            });
            place = Object.assign({}, place, {
                "target": found.targets.length - 1,
                "typed": item.role === Accessible.EditableText
            });
        } else if (item.border !== undefined && item.gradient !== undefined) {
            // A card: a rectangle that is seen against what lies below it.
            if (item.color.a > 0 || (item.border.width > 0 && item.border.color.a > 0))
                place = Object.assign({}, place, {
                    "card": box(item)
                });
        }
        if (item.gap !== undefined && item.spacing !== undefined)
            // The dock: the one row that tells its gap in design units.
            place = Object.assign({}, place, {
                "docked": true
            });
        // The pieces of a drawing lie on each other on purpose.
        if (item.drawing === true)
            place = Object.assign({}, place, {
                "drawn": true
            });
        if (item.clip)
            place = Object.assign({}, place, {
                "clips": place.clips.concat([box(item)])
            });
        if (item.lineCount !== undefined && item.text !== undefined && item.contentWidth !== undefined) {
            const at = item.text === "" ? null : box(item);
            if (at)
                found.texts.push({
                    "text": item.text.replace(/\u2060/g, ""),
                    "box": at,
                    "ink": ink(item, at),
                    "content": [item.contentWidth, item.contentHeight],
                    "truncated": item.truncated,
                    "typed": place.typed || item.endX !== undefined,
                    "pixels": item.font.pixelSize,
                    "family": item.font.family,
                    "grow": item.grow,
                    "color": [item.color.r, item.color.g, item.color.b],
                    "region": place.region,
                    "celestial": place.celestial,
                    "target": place.target,
                    "card": place.card,
                    "clips": place.clips
                });
        } else if (item.sourceSize !== undefined && !place.drawn) {
            const source = String(item.source);
            if (source.startsWith("image:") && !source.startsWith("image://motif"))
                found.signs.push({
                    "source": source,
                    "box": box(item),
                    "region": place.region,
                    "celestial": place.celestial,
                    "target": place.target,
                    "card": place.card,
                    "clips": place.clips
                });
        }
        for (const child of item.children)
            visit(child, place);
    }

    const whole = {
        "region": "window",
        "celestial": false,
        "target": -1,
        "docked": false,
        "drawn": false,
        "typed": false,
        "card": null,
        "clips": []
    };
    for (const child of root.children)
        visit(child, whole);
    return JSON.stringify(found);
}
