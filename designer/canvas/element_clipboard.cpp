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

QMimeData *makeClipData(const model::Workbook &clip, const ClipText &text)
{
    auto *data = new QMimeData;
    data->setData(QLatin1String(elementsMimeType), QByteArray::fromStdString(model::writeJson(model::toSnapshot(clip))));
    if (text.write)
        data->setText(model::toQString(text.write(clip)));
    return data;
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
