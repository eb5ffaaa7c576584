// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QApplication>
#include <QDir>
#include <QTest>

#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/schema/catalogue.h"

namespace tessera::designer {

// A small workbook with one of everything the editors edit, and a session on it.
class EditorFixture
{
public:
    EditorFixture() : catalogue(*model::loadCatalogue()), document(workbook()), session(document, catalogue)
    {
        applyTheme(*qApp, Tokens::light());
    }

    static model::Workbook workbook()
    {
        using model::Object;
        model::Workbook out;
        out.meta["name"] = "Plants";
        out.contents = *model::readJson(
            "{\"schemaVersion\":1,\"kind\":\"workbook\",\"settings\":{\"theme\":{\"name\":\"Light\"}}}");
        out.pages.append(Object("p", *model::readJson("{\"id\":\"p\",\"name\":\"Overview\"}")));
        out.overlays.append(Object("m", *model::readJson("{\"id\":\"m\",\"type\":\"modal\",\"name\":\"New order\"}")));
        const char *elements[] = {
            "{\"id\":\"base\",\"kind\":\"table\",\"name\":\"Orders\",\"source\":{\"kind\":\"warehouse-table\","
            "\"connectionId\":\"c\",\"path\":[\"DB\",\"S\",\"T\"]},"
            "\"columns\":[{\"id\":\"r\",\"name\":\"Region\",\"formula\":\"[T/"
            "REGION]\"},{\"id\":\"a\",\"name\":\"Amount\",\"formula\":\"[T/AMOUNT]\"}]}",
            "{\"id\":\"bar\",\"kind\":\"bar-chart\",\"name\":\"Revenue by "
            "region\",\"source\":{\"kind\":\"table\",\"elementId\":\"base\"},"
            "\"columns\":[{\"id\":\"x\",\"name\":\"Region\",\"formula\":\"[Orders/"
            "Region]\"},{\"id\":\"y\",\"name\":\"Revenue\",\"formula\":\"Sum([Orders/Amount])\"}],"
            "\"xAxis\":{\"columnId\":\"x\"},\"yAxis\":{\"columnIds\":[\"y\"]},\"stacking\":\"stacked\"}",
            "{\"id\":\"bar2\",\"kind\":\"bar-chart\",\"name\":\"Profit by "
            "region\",\"source\":{\"kind\":\"table\",\"elementId\":\"base\"},\"columns\":[],\"stacking\":\"none\"}",
            "{\"id\":\"ctl\",\"kind\":\"control\",\"controlId\":\"pRegion\",\"controlType\":\"list\",\"name\":"
            "\"Region\",\"mode\":\"include\",\"selectionMode\":\"multiple\",\"values\":[],"
            "\"source\":{\"kind\":\"manual\",\"valueType\":\"text\",\"values\":[\"West\",\"East\"]}}",
            "{\"id\":\"btn\",\"kind\":\"button\",\"text\":\"Save "
            "order\",\"actions\":[{\"id\":\"a1\",\"trigger\":\"on-click\",\"name\":\"Save\",\"effects\":["
            "{\"effect\":\"set-control-value\",\"control\":\"pRegion\",\"value\":{\"type\":\"constant\",\"value\":{"
            "\"type\":\"text\",\"value\":\"West\"}}},"
            "{\"effect\":\"if-else\",\"if\":{\"condition\":{\"type\":\"formula\",\"formula\":\"[pRegion] = "
            "\\\"West\\\"\"},\"effects\":[{\"effect\":\"open-overlay\",\"overlayId\":\"m\"}]},"
            "\"else\":{\"effects\":[{\"effect\":\"refresh-element\",\"target\":{\"type\":\"element\",\"element\":"
            "\"gone\"}}]}},"
            "{\"effect\":\"close-overlay\"},{\"effect\":\"navigate\",\"target\":{\"type\":\"page\",\"page\":\"p\"}}]}]"
            "}",
            "{\"id\":\"plan\",\"kind\":\"input-table\",\"name\":\"Plan\",\"inputMode\":\"edit\",\"source\":{\"kind\":"
            "\"empty\",\"connectionId\":\"c\"},\"columns\":["
            "{\"id\":\"n\",\"type\":\"text\",\"name\":\"Product\"},{\"id\":\"q\",\"type\":\"number\",\"name\":"
            "\"Quantity\",\"range\":{\"min\":0,\"max\":1000}},"
            "{\"id\":\"d\",\"type\":\"datetime\",\"name\":\"Due\"},{\"id\":\"ok\",\"type\":\"checkbox\",\"name\":"
            "\"Approved\"},"
            "{\"id\":\"s\",\"type\":\"text\",\"name\":\"Status\",\"values\":[\"Draft\",\"Final\"]},"
            "{\"id\":\"tags\",\"type\":\"multi-select\",\"name\":\"Tags\",\"values\":[\"New\",\"Urgent\",\"Gift\"]},"
            "{\"id\":\"f\",\"formula\":\"[Quantity] * 2\",\"name\":\"Double\"},{\"id\":\"UPDATED_AT\"}]}",
            "{\"id\":\"txt\",\"kind\":\"text\",\"body\":\"# Hello\"}",
        };
        for (const char *text : elements) {
            const model::Json body = *model::readJson(text);
            out.elements.append(Object(model::stringMember(body, "id"), body));
        }
        return out;
    }

    const model::Json *value(const model::Key &element, const std::string &path) const
    {
        return model::at(document.workbook().element(element)->body(), path);
    }

    // Keeps a picture when a folder for pictures is named in the environment; used to look at the widgets.
    static void keepPicture(QWidget &widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("TESSERA_PICTURES");
        if (!folder.isEmpty())
            widget.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }

    model::Catalogue catalogue;
    model::Document document;
    Session session;
};

} // namespace tessera::designer
