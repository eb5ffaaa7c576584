// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/element_query.h"
#include "model/query/query_output.h"

namespace tessera::model::query {

// Columns of a channel that the element declares.
std::vector<std::string> knownColumns(const ElementPlan &plan, const std::string &channel);

// What a channel is sorted by, at `grain`: a measure runs again for the channel's keys alone, so that every mark of an
// X value sorts alike; a plain column is aggregated; "row-count" counts. None: nothing to sort by.
std::optional<ItemUse> sortValue(ElementPlan &plan, int grain, const std::vector<std::string> &keys,
                                 const ChannelSort &sort);

// Trellises, then the X axis (stages, slices, rows and columns of a pivot) as their sort says, else by value, then the
// rest.
void sortMarks(QueryOutput &output);

// A plain column where one value is shown: the value all rows agree on, else Null.
void addAgreed(ElementPlan &plan, QueryOutput &output, const std::string &columnId, const std::string &channel);

} // namespace tessera::model::query
