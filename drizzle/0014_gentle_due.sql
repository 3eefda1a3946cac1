-- Whoever is in gentle mode earns nothing. With its end their figures and achievements are derived anew.
create trigger spotter_progress_due after update of is_gentle on users for each row
  when (old.is_gentle is distinct from new.is_gentle)
  execute function spotter_progress_due('id');
