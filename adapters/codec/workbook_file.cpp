// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/workbook_file.h"

#include <QCoreApplication>

#include "adapters/codec/envelope_reader.h"
#include "adapters/codec/layout_xml.h"
#include "adapters/codec/text_form.h"
#include "adapters/codec/wire.h"
#include "adapters/codec/yaml_reader.h"
#include "adapters/codec/yaml_writer.h"
#include "adapters/files/atomic_file.h"
#include "model/base/json_text.h"

namespace tessera::adapters {

using model::ErrorCode;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::WorkbookFile)
};

using Document = model::Result<std::shared_ptr<const SourceDocument>>;

bool beginsLikeJson(const std::string &text)
{
    const auto at = text.find_first_not_of(" \t\r\n", text.rfind("\xEF\xBB\xBF", 0) == 0 ? 3 : 0);
    return at != std::string::npos && (text[at] == '{' || text[at] == '[');
}

// JSON when it begins like JSON; braces may also be YAML, which the extension or the parser then decides.
Document readDocument(std::string text, const QString &path)
{
    if (!beginsLikeJson(text))
        return readYaml(std::move(text));
    const bool named = path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
    Document json = readJsonSource(text);
    if (json || named || json.error().code == ErrorCode::Limit)
        return json;
    Document yaml = readYaml(std::move(text));
    const bool hinted = path.endsWith(QLatin1String(".yaml"), Qt::CaseInsensitive) ||
                        path.endsWith(QLatin1String(".yml"), Qt::CaseInsensitive);
    return yaml || hinted ? yaml : json;
}

model::Unexpected locatedIn(const QString &path, model::Error error)
{
    error.where.file = path;
    return model::fail(std::move(error));
}

} // namespace

model::Result<LoadedWorkbook> readWorkbook(std::string text, const QString &path)
{
    if (auto readable = checkText(text); !readable)
        return locatedIn(path, readable.error());
    const ParseLimits limits;
    if (text.size() > limits.bytes)
        return locatedIn(path,
                         {ErrorCode::Limit, Texts::tr("The file is larger than %1 MB.").arg(limits.bytes / 1048576),
                          Texts::tr("Is it really a workbook?")});
    Document document = readDocument(std::move(text), path);
    if (!document)
        return locatedIn(path, document.error());
    auto opened = openEnvelope(*document, path);
    if (!opened)
        return locatedIn(path, opened.error());
    return opened;
}

model::Result<LoadedWorkbook> loadWorkbook(const QString &path)
{
    auto bytes = readFile(path, static_cast<qint64>(ParseLimits().bytes));
    if (!bytes)
        return model::fail(bytes.error());
    return readWorkbook(std::move(*bytes), path);
}

std::string writeWorkbook(const model::Workbook &workbook, const WriteOptions &options)
{
    WireRequest request;
    request.envelope = options.envelope;
    request.layout = writeLayoutXml(workbook.layout, options.envelope == Envelope::Flat);
    const auto wire = buildWire(workbook, request);
    const model::Json value = wire ? toJson(*wire) : model::Json::object();
    return options.format == Format::Json ? model::writeJson(value, 2) + "\n" : writeYaml(value);
}

Format formatOf(const QString &path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive) ? Format::Json : Format::Yaml;
}

bool isLeftBehind(const model::Diagnostic &notice)
{
    return notice.rule == "structure.nested-elements" || notice.rule == "structure.block-type" ||
           notice.rule == "layout.wrong-tag" || notice.rule == "import.overlay-tags";
}

QString envelopeName(Envelope envelope)
{
    switch (envelope) {
    case Envelope::Contents:
        return QStringLiteral("contents");
    case Envelope::Document:
        return QStringLiteral("document");
    case Envelope::Flat:
        return QStringLiteral("flat");
    }
    Q_UNREACHABLE();
}

} // namespace tessera::adapters
