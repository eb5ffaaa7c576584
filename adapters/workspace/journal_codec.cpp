// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/journal_codec.h"

#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/change/change_json.h"
#include "model/workbook/workbook_snapshot.h"

namespace tessera::adapters {

using model::Result;

namespace {

constexpr std::size_t compressFrom = 4096; // bytes; below that, reading the journal by eye is worth more
constexpr int compression = 3;             // deflate level: most of the gain at a third of the time
constexpr int maxDepth = 2000;             // deeper than any accepted file plus the journal's own levels

QByteArray bytesOf(const std::string &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

QVariant encodeBody(const model::Transaction &transaction)
{
    const std::string text = model::writeJson(model::toJson(transaction));
    if (text.size() < compressFrom)
        return model::toQString(text);
    return qCompress(reinterpret_cast<const uchar *>(text.data()), static_cast<qsizetype>(text.size()), compression);
}

Result<model::Transaction> decodeBody(const QVariant &stored)
{
    const bool compressed = stored.typeId() == QMetaType::QByteArray;
    const QByteArray text = compressed ? qUncompress(stored.toByteArray()) : stored.toString().toUtf8();
    const auto json = model::readJson(viewOf(text), maxDepth);
    if (!json)
        return model::fail(json.error());
    return model::transactionFromJson(*json);
}

QByteArray encodeSnapshot(const model::Workbook &workbook)
{
    return qCompress(bytesOf(model::writeJson(model::toSnapshot(workbook))), compression);
}

Result<model::Workbook> decodeSnapshot(const QByteArray &stored)
{
    const auto json = model::readJson(viewOf(qUncompress(stored)), maxDepth);
    if (!json)
        return model::fail(json.error());
    return model::fromSnapshot(*json);
}

QString jsonText(const model::Json &value)
{
    return model::toQString(model::writeJson(value));
}

Result<model::Json> jsonFromText(const QString &text)
{
    return model::readJson(viewOf(text.toUtf8()), maxDepth);
}

} // namespace tessera::adapters
