// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/mode/mode.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "model/base/text.h"
#include "model/formula/lexer.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::Mode)
};

struct CapabilityRow
{
    Capability capability;
    std::string_view name;
    bool standalone;
    bool mockWarehouse;
    bool sigma;
};

constexpr CapabilityRow rows[] = {
    {Capability::InputTables, "input_tables", true, true, true},
    {Capability::LayoutElements, "layout_elements", true, true, true},
    {Capability::Actions, "actions", true, true, true},
    {Capability::RealTimeSync, "real_time_sync", false, false, true},
    {Capability::WarehouseAi, "warehouse_ai", false, true, true}, // deterministic stand-ins in the mock warehouse
    {Capability::BasicSql, "basic_sql", true, true, true},
    {Capability::WarehouseSql, "warehouse_sql", false, true, true},
    {Capability::JsonSupport, "json_support", true, true, true},
    {Capability::LocalStorage, "local_storage", true, true, true},
    {Capability::SigdsSchema, "sigds_schema", true, true, true},
};

const CapabilityRow &row(Capability capability)
{
    return *std::find_if(std::begin(rows), std::end(rows),
                         [capability](const CapabilityRow &r) { return r.capability == capability; });
}

} // namespace

std::string_view wireName(Mode mode)
{
    switch (mode) {
    case Mode::Standalone:
        return "standalone";
    case Mode::MockWarehouse:
        return "mock_warehouse";
    case Mode::Sigma:
        return "sigma";
    }
    Q_UNREACHABLE();
}

std::string_view wireName(Capability capability)
{
    return row(capability).name;
}

std::optional<Mode> modeFromWire(std::string_view name)
{
    const std::string folded = foldName(name);
    if (folded == "mock" || folded == "mock-warehouse")
        return Mode::MockWarehouse;
    if (folded == "local")
        return Mode::Standalone;
    for (const Mode mode : allModes) {
        if (folded == wireName(mode))
            return mode;
    }
    return std::nullopt;
}

QString title(Mode mode)
{
    switch (mode) {
    case Mode::Standalone:
        return Texts::tr("Standalone");
    case Mode::MockWarehouse:
        return Texts::tr("Mock warehouse");
    case Mode::Sigma:
        return Texts::tr("Sigma");
    }
    Q_UNREACHABLE();
}

bool has(Mode mode, Capability capability)
{
    const CapabilityRow &r = row(capability);
    return mode == Mode::Standalone ? r.standalone : mode == Mode::MockWarehouse ? r.mockWarehouse : r.sigma;
}

QString reasonWithout(Mode mode, Capability capability)
{
    if (has(mode, capability))
        return {};
    switch (capability) {
    case Capability::RealTimeSync:
        return Texts::tr("Only a workbook connected to Sigma is kept in step with it.");
    case Capability::WarehouseAi:
        return Texts::tr("AI functions run in a warehouse; this workbook stands alone.");
    case Capability::WarehouseSql:
        return Texts::tr("The SQL of a warehouse needs one; this workbook uses its own local data.");
    default:
        return Texts::tr("Not available in this mode.");
    }
}

Result<Mode> chooseMode(const ModeSources &sources)
{
    const std::pair<QString, const std::string &> ordered[] = {{Texts::tr("the command line"), sources.commandLine},
                                                               {Texts::tr("the environment"), sources.environment},
                                                               {Texts::tr("the workspace"), sources.workspace},
                                                               {Texts::tr("the settings"), sources.settings}};
    for (const auto &[place, text] : ordered) {
        if (text.empty())
            continue;
        if (const auto mode = modeFromWire(text))
            return *mode;
        QStringList names;
        for (const Mode mode : allModes)
            names << toQString(wireName(mode));
        return fail(ErrorCode::Invalid, Texts::tr("“%1”, from %2, is not a mode.").arg(toQString(text), place),
                    Texts::tr("Use one of: %1.").arg(names.join(QStringLiteral(", "))));
    }
    return Mode::Standalone;
}

} // namespace tessera::model
