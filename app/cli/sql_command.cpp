// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>

#include "app/cli/query_input.h"
#include "model/base/text.h"
#include "model/sql/statement.h"

namespace tessera::app {

namespace {

QString dialectList()
{
    QStringList names;
    for (const model::sql::Dialect dialect : model::sql::allDialects())
        names << model::toQString(model::sql::dialectName(dialect));
    return names.join(u", "_qs);
}

// The rows an element is known for: its own, else what a control offers or a text says.
model::query::RelationPtr relationOf(const model::query::ElementQuery &query)
{
    if (query.main.relation || query.parts.empty())
        return query.main.relation;
    return query.parts.begin()->second.relation;
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const QString name = arguments.value(u"dialect"_qs);
    const auto dialect = model::sql::dialectNamed(model::toUtf8(name));
    if (!dialect) {
        console.err(u"tessera sql: "_qs +
                    (name.isEmpty() ? Cli::tr("Name the dialect with --dialect: %1.").arg(dialectList())
                                    : Cli::tr("There is no dialect “%1”. Use one of: %2.").arg(name, dialectList())));
        return Misuse;
    }
    int code = Done;
    const auto input = readQueryInput(arguments.positionalArguments().constFirst(), arguments, console, code);
    if (!input)
        return code;
    const auto query = model::query::planElement(input->workbook(), input->names, input->element, input->options);
    const bool wrong = printProblems(query, console);
    const auto relation = relationOf(query);
    if (!relation) {
        console.err(Cli::tr("The element “%1” needs no data.").arg(arguments.value(u"element"_qs)));
        return Findings;
    }
    model::sql::EmitOptions options;
    options.spellParameters = true;
    options.environment = input->options.account;
    const model::sql::Statement statement = model::sql::emitSql(relation, *dialect, options);
    for (const model::sql::DialectProblem &problem : statement.problems) {
        console.err(Cli::tr("%1 cannot express it: %2").arg(name, problem.message));
        if (!problem.hint.isEmpty())
            console.err(u"    "_qs + problem.hint);
    }
    if (!statement.isValid())
        return Findings;
    console.outText(statement.text + ";\n");
    return wrong ? Findings : Done;
}

} // namespace

Command sqlCommand()
{
    Command command;
    command.name = u"sql"_qs;
    command.synopsis = u"FILE --element ID --dialect NAME [--data DIR] [--control ID=VALUE]… [--time-zone ZONE]"_qs;
    command.summary = Cli::tr("Print the SQL that an element needs.");
    command.text = Cli::tr("Values of controls and filters stand in the text. Dialects: %1.").arg(dialectList());
    command.options = queryOptions();
    command.options << QCommandLineOption(u"dialect"_qs, Cli::tr("The database that shall understand it."), u"NAME"_qs);
    command.minArguments = command.maxArguments = 1;
    command.run = run;
    return command;
}

} // namespace tessera::app
