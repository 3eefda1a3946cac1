const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Where only a time can be meant, a short weekday is one: "wed 12:30", "sat 6pm". */
export const weekdaysInFull = (text: string): string =>
  text.replace(
    /\b(mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?/gi,
    (word) => weekdays.find((day) => day.startsWith(word.slice(0, 3).toLowerCase())) ?? word,
  );
