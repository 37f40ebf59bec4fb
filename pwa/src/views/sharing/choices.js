/** The parts of the diary that can be shared, most wanted first, the most private last. */
export const SHARE_CHOICES = [
  { scope: 'symptoms', name: 'Pain and other symptoms', detail: 'Numbers, places and words. No notes.' },
  { scope: 'exercise', name: 'Today’s plan', detail: 'Exercises and how they went.' },
  { scope: 'daily', name: 'Energy and sleep', detail: 'Also heat, stress and falls.' },
  { scope: 'medicines', name: 'Medicines', detail: 'When they were taken. No names.' },
  { scope: 'medicine_names', name: 'Medicine names', detail: 'Names and amounts as you wrote them.' },
  { scope: 'appointments', name: 'Appointments', detail: '' },
  { scope: 'observations', name: 'What others noticed', detail: '' },
  { scope: 'safety', name: 'Safety messages', detail: 'Never those about mood.' },
  { scope: 'contacts', name: 'Help card', detail: 'Phone numbers, allergies, what helps.' },
  { scope: 'profile', name: 'About you', detail: 'Aids, goals and how you move.' },
  { scope: 'mood', name: 'Mood', detail: '' },
  { scope: 'notes', name: 'Notes', detail: 'What you wrote in your own words.' },
  { scope: 'intimate', name: 'Bladder, bowel and sexual health', detail: '' },
];

/** What a new share shows unless the person says otherwise. */
export const DEFAULT_READ = ['symptoms', 'exercise', 'requests'];
