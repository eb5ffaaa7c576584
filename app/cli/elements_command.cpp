// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/input.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/schema/element_reference.h"

namespace tessera::app {

using model::Catalogue;
using model::Json;
using model::KindSpec;
using model::toUtf8;

namespace {

const char *nameOf(model::Certainty certainty)
{
    switch (certainty) {
    case model::Certainty::Certain:
        return "certain";
    case model::Certainty::Unverified:
        return "unverified";
    case model::Certainty::Unknown:
        return "unknown";
    }
    Q_UNREACHABLE();
}

Json fieldJson(const model::PropertySpec &field)
{
    Json json{{"key", field.key},           {"label", toUtf8(field.label)},         {"help", toUtf8(field.help)},
              {"required", field.required}, {"certainty", nameOf(field.certainty)}, {"imported", field.userLayer}};
    if (field.defaultValue)
        json["default"] = *field.defaultValue;
    return json;
}

Json kindJson(const KindSpec &kind)
{
    Json fields = Json::array();
    for (const model::PropertySpec &field : kind.fields())
        fields.push_back(fieldJson(field));
    return {{"family", model::familyName(kind.family)},
            {"name", kind.name},
            {"label", toUtf8(kind.label)},
            {"help", toUtf8(kind.help)},
            {"certainty", nameOf(kind.certainty)},
            {"fields", std::move(fields)}};
}

// Every kind with this name, or all of them.
std::vector<const KindSpec *> kindsNamed(const Catalogue &catalogue, const std::string &name)
{
    std::vector<const KindSpec *> kinds;
    for (const model::Family family : model::allFamilies()) {
        for (const KindSpec &kind : catalogue.all(family)) {
            if (name.empty() || kind.name == name)
                kinds.push_back(&kind);
        }
    }
    return kinds;
}

void printList(const std::vector<const KindSpec *> &kinds, Console &console)
{
    for (const KindSpec *kind : kinds)
        console.out(QString::fromLatin1(model::familyName(kind->family)).leftJustified(20) +
                    model::toQString(kind->name).leftJustified(28) + kind->label);
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const auto catalogue = openCatalogue(console);
    if (!catalogue)
        return Findings;
    const QString name = arguments.positionalArguments().value(0);
    const auto kinds = kindsNamed(*catalogue, toUtf8(name));
    if (kinds.empty()) {
        console.err(Cli::tr("tessera elements: There is no kind '%1'; 'tessera elements' lists them.").arg(name));
        return Misuse;
    }
    if (arguments.isSet(u"json"_qs)) {
        Json list = Json::array();
        for (const KindSpec *kind : kinds)
            list.push_back(kindJson(*kind));
        console.outText(model::writeJson({{"kinds", std::move(list)}}, 2) + '\n');
    } else if (!name.isEmpty()) {
        for (const KindSpec *kind : kinds)
            console.outText(model::kindReferenceMarkdown(*catalogue, *kind));
    } else if (arguments.isSet(u"markdown"_qs)) {
        console.outText(model::elementReferenceMarkdown(*catalogue));
    } else {
        printList(kinds, console);
    }
    return Done;
}

} // namespace

Command elementsCommand()
{
    Command command;
    command.name = u"elements"_qs;
    command.synopsis = u"[KIND] [--json|--markdown]"_qs;
    command.summary = Cli::tr("List what a workbook can hold, or describe one kind with its fields.");
    command.text = Cli::tr(
        "Kinds of elements, controls, effects, sources and all else the catalogue knows, with what was imported.");
    command.options = {{u"json"_qs, Cli::tr("Print kinds and fields as JSON.")},
                       {u"markdown"_qs, Cli::tr("Print the whole element reference.")}};
    command.maxArguments = 1;
    command.run = run;
    return command;
}

} // namespace tessera::app
