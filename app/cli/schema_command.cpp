// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "adapters/files/atomic_file.h"
#include "adapters/schema/user_layer.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/schema/openapi_import.h"

namespace tessera::app {

using model::SchemaDifference;

namespace {

constexpr qint64 largestDocument = 256 * 1024 * 1024; // bytes; Sigma's has about seven million

const char *nameOf(SchemaDifference::What what)
{
    switch (what) {
    case SchemaDifference::What::NewKind:
        return "new-kind";
    case SchemaDifference::What::NewField:
        return "new-field";
    case SchemaDifference::What::NewValue:
        return "new-value";
    case SchemaDifference::What::NowRequired:
        return "now-required";
    case SchemaDifference::What::KindNotListed:
        return "kind-not-listed";
    case SchemaDifference::What::FieldNotListed:
        return "field-not-listed";
    }
    Q_UNREACHABLE();
}

model::Json differenceJson(const SchemaDifference &difference)
{
    return {{"what", nameOf(difference.what)}, {"family", model::familyName(difference.family)},
            {"kind", difference.kind},         {"field", difference.field},
            {"value", difference.value},       {"message", model::toUtf8(difference.text)},
            {"stored", difference.inLayer()}};
}

void printJson(const model::OpenApiImport &read, bool stored, Console &console)
{
    model::Json list = model::Json::array();
    for (const SchemaDifference &difference : read.differences)
        list.push_back(differenceJson(difference));
    console.outText(model::writeJson({{"document", model::toUtf8(read.title)},
                                      {"kinds", read.kindsRead},
                                      {"stored", stored},
                                      {"differences", std::move(list)}},
                                     2) +
                    '\n');
}

void printText(const model::OpenApiImport &read, bool all, Console &console)
{
    console.out(Cli::tr("%1: %2 compared").arg(read.title, Cli::tr("%n kind(s)", nullptr, read.kindsRead)));
    int news = 0, unlisted = 0;
    for (const SchemaDifference &difference : read.differences) {
        ++(difference.inLayer() ? news : unlisted);
        if (difference.inLayer() || all)
            console.out((difference.inLayer() ? u"+ "_qs : u"  "_qs) + difference.text);
    }
    if (news == 0)
        console.out(Cli::tr("Nothing is new."));
    if (unlisted > 0 && !all)
        console.out(Cli::tr(
            "%n name(s) of the catalogue are not listed in the document and stay as they are; --all shows them.",
            nullptr, unlisted));
}

// Compares with what the program itself knows, so that an import replaces an earlier one.
int readDocument(const QCommandLineParser &arguments, const QString &file, bool store, Console &console)
{
    const auto catalogue = model::loadCatalogue();
    const auto text = adapters::readFile(file, largestDocument);
    if (!catalogue || !text) {
        console.err(catalogue ? text.error() : catalogue.error(), file);
        return catalogue ? Misuse : Findings;
    }
    const auto read = model::importOpenApi(*catalogue, *text);
    if (!read) {
        console.err(read.error(), file);
        return Misuse;
    }
    const auto stored = !store                ? model::Result<void>()
                        : read->layer.empty() ? adapters::removeUserLayer().map([](bool) {})
                                              : adapters::storeUserLayer(read->layer);
    if (!stored) {
        console.err(stored.error());
        return Findings;
    }
    const bool isStored = store && !read->layer.empty();
    if (arguments.isSet(u"json"_qs))
        printJson(*read, isStored, console);
    else
        printText(*read, arguments.isSet(u"all"_qs), console);
    if (isStored)
        console.err(Cli::tr("The catalogue now knows what is marked with +. “tessera schema reset” forgets it."));
    return Done;
}

int reset(Console &console)
{
    const auto removed = adapters::removeUserLayer();
    if (!removed) {
        console.err(removed.error());
        return Findings;
    }
    console.out(*removed ? Cli::tr("The catalogue is again that of this program.")
                         : Cli::tr("Nothing was imported; the catalogue is that of this program."));
    return Done;
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const QString what = arguments.positionalArguments().constFirst();
    const QString file = arguments.positionalArguments().value(1);
    const bool reads = what == u"import"_qs || what == u"diff"_qs;
    if (reads && !file.isEmpty())
        return readDocument(arguments, file, what == u"import"_qs, console);
    if (what == u"reset"_qs && file.isEmpty())
        return reset(console);
    console.err(reads ? Cli::tr("tessera schema: Name Sigma's OpenAPI document.")
                      : Cli::tr("tessera schema: '%1' is not import FILE, diff FILE or reset.").arg(what));
    return Misuse;
}

} // namespace

Command schemaCommand()
{
    Command command;
    command.name = u"schema"_qs;
    command.synopsis = u"import FILE | diff FILE | reset [--all] [--json]"_qs;
    command.summary = Cli::tr("Learn new kinds, fields and words from Sigma's compiled OpenAPI document.");
    command.text = Cli::tr(
        "import  shows what the document has that this program does not know, and adds it to the catalogue: the\n"
        "        inspector, the checks and the reference then know it too. An import replaces the one before.\n"
        "diff    shows the same and adds nothing.\n"
        "reset   forgets what was imported.\n"
        "The document leaves things out, so nothing is ever removed because of it. It is the JSON file that Sigma\n"
        "publishes under sigma-computing-public-rest-api.json.");
    command.options = {{u"all"_qs, Cli::tr("Also list what the document leaves out.")},
                       {u"json"_qs, Cli::tr("Print the comparison as JSON.")}};
    command.minArguments = 1;
    command.maxArguments = 2;
    command.run = run;
    return command;
}

} // namespace tessera::app
