// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <QString>

#include "model/base/result.h"

namespace tessera::model {

// Where the data of an open workbook lives.
enum class Mode
{
    Standalone,    // the workspace, nothing else
    MockWarehouse, // a local database that plays a warehouse
    Sigma,         // a warehouse through ODBC and Sigma's REST interface
};
inline constexpr Mode allModes[] = {Mode::Standalone, Mode::MockWarehouse, Mode::Sigma};

enum class Capability
{
    InputTables,
    LayoutElements,
    Actions,
    RealTimeSync,
    WarehouseAi,
    BasicSql,
    WarehouseSql,
    JsonSupport,
    LocalStorage,
    SigdsSchema,
};
inline constexpr Capability allCapabilities[] = {
    Capability::InputTables,  Capability::LayoutElements, Capability::Actions,      Capability::RealTimeSync,
    Capability::WarehouseAi,  Capability::BasicSql,       Capability::WarehouseSql, Capability::JsonSupport,
    Capability::LocalStorage, Capability::SigdsSchema};

std::string_view wireName(Mode mode);                    // "standalone", "mock_warehouse", "sigma"
std::string_view wireName(Capability capability);        // "input_tables", "real_time_sync" …
std::optional<Mode> modeFromWire(std::string_view name); // also "mock", "local"; any case
QString title(Mode mode);                                // as a menu shows it

bool has(Mode mode, Capability capability);

// Why a mode lacks something, as a sentence for a tooltip; "" when it has it.
QString reasonWithout(Mode mode, Capability capability);

// Where a setting may come from; earlier ones win.
struct ModeSources
{
    std::string commandLine;
    std::string environment; // SIGMA_MODE, else DATABASE_MODE
    std::string workspace;
    std::string settings;
};

// The mode to use: the first source that says something, Standalone when none does.
// Errors: Invalid, naming the source and the accepted names, when that text is no mode.
Result<Mode> chooseMode(const ModeSources &sources);

} // namespace tessera::model
