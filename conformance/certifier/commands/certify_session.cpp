// SPDX-License-Identifier: MIT
#include "certify_session.hpp"

#include "parallel.hpp"

namespace fearless::certifier {

certify_session::certify_session(const paths& where, const certify_options& how)
    : places(where),
      options(how),
      claims(load_catalogue(where.build)),
      programs(where),
      search(strategy_in(how.search) ? resolved(how.search, programs.plain.strategies()) : how.search),
      jobs(job_count(how.jobs)),
      slots(jobs) {}

planned_run plan_run(const certify_session& session, implementation under_test, selection wanted) {
  planned_run run{.under_test = std::move(under_test), .wanted = std::move(wanted)};
  run.rows = plan_rows(session.places, session.claims, session.programs, run.under_test, run.wanted);
  return run;
}

void inspect(const certify_session& session, planned_run& run) {
  run.inspected = inspected(run.under_test, session.claims, session.programs);
  set_aside(run.inspected, run.under_test, run.rows);
}

results judge(const certify_session& session, const planned_run& run, const controls_report& controls,
              const row_listener& listener) {
  const run_context context{.places = session.places,
                            .programs = session.programs,
                            .under_test = run.under_test,
                            .slots = session.slots,
                            .search = session.search,
                            .cache = session.options.fresh ? cache_policy::ask_again : cache_policy::use_if_current};
  return judge_run(context, session.claims, run.rows, controls, run.inspected, run.wanted.profiles, listener);
}

}  // namespace fearless::certifier
