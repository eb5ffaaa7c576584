// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/element_clipboard.h"

#include <QCoreApplication>
#include <QMimeData>

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/workbook/workbook_snapshot.h"

namespace tessera::designer {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::ElementClipboard)
};

constexpr qsizetype mostText = 4 << 20; // bytes of foreign text that are looked at

} // namespace

QMimeData *makeClipData(const model::Workbook &clip, const model::RowCopies &rows, const ClipText &text)
{
    auto *data = new QMimeData;
    data->setData(QLatin1String(elementsMimeType),
                  QByteArray::fromStdString(model::writeJson(model::toSnapshot(clip))));
    if (!rows.empty())
        data->setData(QLatin1String(rowsMimeType), QByteArray::fromStdString(model::writeJson(model::Json(rows))));
    if (text.write)
        data->setText(model::toQString(text.write(clip)));
    return data;
}

model::RowCopies readClipRows(const QMimeData &data)
{
    model::RowCopies rows;
    const auto json = model::readJson(data.data(QLatin1String(rowsMimeType)).toStdString());
    if (!json || !json->is_object())
        return rows;
    for (const auto &[key, list] : json->items()) {
        if (!list.is_array())
            continue;
        for (const model::Json &row : list) {
            if (row.is_object())
                rows[key].push_back(row);
        }
    }
    return rows;
}

model::Result<model::Workbook> readClipData(const QMimeData &data, const ClipText &text)
{
    if (data.hasFormat(QLatin1String(elementsMimeType))) {
        const auto json = model::readJson(data.data(QLatin1String(elementsMimeType)).toStdString());
        return json ? model::fromSnapshot(*json) : model::fail(json.error());
    }
    if (text.read && data.hasText() && data.text().size() <= mostText) {
        if (auto workbook = text.read(model::toUtf8(data.text())); workbook && !workbook->elements.isEmpty())
            return workbook;
    }
    return model::fail(model::ErrorCode::Invalid, Texts::tr("The clipboard holds no elements."),
                       Texts::tr("Copy some on a page first, here or in another window."));
}

} // namespace tessera::designer
