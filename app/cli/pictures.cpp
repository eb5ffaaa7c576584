// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/pictures.h"

#include <algorithm>

#include <QBuffer>
#include <QImageWriter>
#include <QStringList>

#include "app/cli/command.h"
#include "app/cli/command_rows.h"
#include "model/base/text.h"
#include "model/value/calendar.h"

namespace tessera::app {

using model::ErrorCode;

std::vector<std::string> blockIds(const model::Workbook &workbook)
{
    std::vector<std::string> ids;
    for (const auto collection : {model::Collection::Pages, model::Collection::Overlays, model::Collection::Panels}) {
        for (const model::Object &block : workbook.list(collection))
            ids.push_back(block.id());
    }
    return ids;
}

model::Result<std::string> pictureOf(const model::Workbook &workbook, const model::Catalogue &catalogue,
                                     const std::string &blockId, const designer::RenderOptions &options)
{
    const std::vector<std::string> known = blockIds(workbook);
    if (std::find(known.begin(), known.end(), blockId) == known.end()) {
        QStringList names;
        for (const std::string &id : known)
            names << model::toQString(id);
        return model::fail(ErrorCode::NotFound,
                           Cli::tr("There is no page, overlay or panel “%1”.").arg(model::toQString(blockId)),
                           Cli::tr("There are: %1.").arg(names.join(u", "_qs)));
    }
    const QImage image = designer::renderBlock(workbook, catalogue, blockId, options);
    if (image.isNull())
        return model::fail(ErrorCode::Limit,
                           Cli::tr("The picture of “%1” would be too large.").arg(model::toQString(blockId)));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(image))
        return model::fail(ErrorCode::Io,
                           Cli::tr("The picture of “%1” could not be written.").arg(model::toQString(blockId)));
    return bytes.toStdString();
}

model::Result<std::function<model::Result<std::string>(const std::string &block)>>
packagePictures(const model::Workbook &workbook, const model::Catalogue &catalogue)
{
    // Late on the last day of a year: "this year" and "this month" have rows.
    auto made = CommandRows::make(workbook, {}, model::fromCivil({2025, 12, 31, 18}));
    if (!made)
        return model::fail(made.error());
    const std::shared_ptr<const CommandRows> rows = std::move(*made);
    return [&workbook, &catalogue, rows](const std::string &block) {
        designer::RenderOptions options;
        options.rows = rows.get();
        return pictureOf(workbook, catalogue, block, options);
    };
}

} // namespace tessera::app
